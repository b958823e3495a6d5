/** What a resident aims at and believes, and which mind thinks for it. */
import type { Belief, Goal } from '../../town/generated.ts';
import { historyOfBelief } from '../../town/histories.ts';
import { sureness } from '../../town/innerWords.ts';
import { useDesk } from '../town/desk.ts';
import { History } from './History.tsx';
import { MindChooser } from './MindChooser.tsx';

export function Convictions({ id }: { id: string }) {
  const resident = useDesk().store.state.value?.residents[id];
  if (resident === undefined) return null;
  const goals = Object.entries(resident.goals).sort(([, a], [, b]) => rank(a) - rank(b) || b.since - a.since);
  const beliefs = Object.entries(resident.beliefs).sort(([, a], [, b]) => b.confidence - a.confidence);
  return (
    <>
      <h3>Aims</h3>
      {goals.length === 0 && <p class="quiet">None of its own yet. They come of reflecting.</p>}
      <ul class="goals">
        {goals.map(([goal, { text, status }]) => (
          <li key={goal} class={status}>
            {text} {status !== 'open' && <small>{status === 'reached' ? 'reached' : 'given up'}</small>}
          </li>
        ))}
      </ul>
      <h3>Beliefs</h3>
      {beliefs.length === 0 && <p class="quiet">None yet. They come of talks and of reflecting.</p>}
      <ul class="beliefs">
        {beliefs.map(([belief, held]) => (
          <BeliefItem key={belief} id={id} belief={belief} held={held} />
        ))}
      </ul>
      <h3>Who thinks for it</h3>
      <MindChooser id={id} />
    </>
  );
}

const rank = ({ status }: Goal): number => (status === 'open' ? 0 : 1);

function BeliefItem({ id, belief, held }: { id: string; belief: string; held: Belief }) {
  const desk = useDesk();
  const { setting, calendar, tick, state } = desk.store;
  const { statement, confidence, who, since } = held;
  const from =
    who === null || setting.value === null ? '' : `, from ${setting.value.firstNameOf(who, state.value?.visitors)}`;
  return (
    <li>
      <p>{statement}</p>
      <span
        class="gauge sure"
        role="meter"
        aria-label="How sure"
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={confidence}
        aria-valuetext={sureness(confidence)}
      >
        <i style={{ width: `${confidence * 100}%` }} />
      </span>
      <small>
        {sureness(confidence)}
        {from}, since {calendar.value.moment(since, tick.peek())}
      </small>
      <button class="ask-why" type="button" onClick={() => desk.why.ask({ resident: id, belief, tick: tick.peek() })}>
        Why?
      </button>
      <History read={() => historyOfBelief(desk.store.id, id, belief)} />
    </li>
  );
}
