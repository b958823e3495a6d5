/** What a resident aims at and believes, and which mind thinks for it. */
import type { Belief, Goal } from '../../town/generated.ts';
import { historyOfBelief } from '../../town/histories.ts';
import { sureness } from '../../town/innerWords.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { History } from './History.tsx';
import { MindChooser } from './MindChooser.tsx';
import { Who } from './Who.tsx';

export function Convictions({ id }: { id: string }) {
  const resident = useDesk().store.state.value?.residents[id];
  if (resident === undefined) return null;
  const says = words().mind;
  const goals = Object.entries(resident.goals).sort(([, a], [, b]) => rank(a) - rank(b) || b.since - a.since);
  const beliefs = Object.entries(resident.beliefs).sort(([, a], [, b]) => b.confidence - a.confidence);
  return (
    <>
      <Who id={id} />
      <h3>{says.aims}</h3>
      {goals.length === 0 && <p class="quiet">{says.noAims}</p>}
      <ul class="goals">
        {goals.map(([goal, { text, status }]) => (
          <li key={goal} class={status}>
            {text} {status !== 'open' && <small>{status === 'reached' ? says.reached : says.givenUp}</small>}
          </li>
        ))}
      </ul>
      <h3>{says.beliefs}</h3>
      {beliefs.length === 0 && <p class="quiet">{says.noBeliefs}</p>}
      <ul class="beliefs">
        {beliefs.map(([belief, held]) => (
          <BeliefItem key={belief} id={id} belief={belief} held={held} />
        ))}
      </ul>
      <h3>{says.whoThinks}</h3>
      <MindChooser id={id} />
    </>
  );
}

const rank = ({ status }: Goal): number => (status === 'open' ? 0 : 1);

function BeliefItem({ id, belief, held }: { id: string; belief: string; held: Belief }) {
  const desk = useDesk();
  const { setting, calendar, tick, state } = desk.store;
  const { statement, confidence, who, since } = held;
  const says = words().mind;
  const from = who === null ? null : (setting.value?.firstNameOf(who, state.value?.visitors) ?? null);
  return (
    <li>
      <p>{statement}</p>
      <span
        class="gauge sure"
        role="meter"
        aria-label={says.howSure}
        aria-valuemin={0}
        aria-valuemax={1}
        aria-valuenow={confidence}
        aria-valuetext={sureness(confidence)}
      >
        <i style={{ width: `${confidence * 100}%` }} />
      </span>
      <small>{says.held(sureness(confidence), from, calendar.value.moment(since, tick.peek()))}</small>
      <button class="ask-why" type="button" onClick={() => desk.why.ask({ resident: id, belief, tick: tick.peek() })}>
        {says.why}
      </button>
      <button class="ask-why" type="button" onClick={() => desk.spread.follow({ belief })}>
        {words().spread.who}
      </button>
      <History read={() => historyOfBelief(desk.store.id, id, belief)} />
    </li>
  );
}
