/** One thing that came of an intervention, with whom it happened to; pressed, its moment is shown. */
import { placeName } from '../../town/addresses.ts';
import type { Row } from '../../town/aftermath.ts';
import { words } from '../../words/language.ts';
import { Portrait } from '../Portrait.tsx';
import { useDesk } from '../town/desk.ts';
import { STEP_SIGNS, stepText } from './stepText.ts';

export function StepRow({ row: { step, wentOn, isToldAbove }, later }: { row: Row; later: boolean }) {
  const desk = useDesk();
  const { setting, state, calendar, tick } = desk.store;
  const known = setting.value;
  if (known === null) return null;
  const name = (id: string) => known.firstNameOf(id, state.value?.visitors);
  // What is overheard is told of whoever hears it.
  const who = step.kind === 'told' && step.overheard ? step.other : step.resident;
  const { did, quote } = stepText(step, name);
  const people = [who, step.other].filter((one) => one !== null);
  return (
    <li class={`k-${step.kind} ${later ? 'later' : ''}`}>
      <button type="button" onClick={() => desk.lookAtMark({ tick: step.tick, who: people })}>
        {who !== null && known.people.has(who) ? (
          <Portrait hash={known.scenario.hash} resident={who} size={30} />
        ) : (
          <span class="sign" aria-hidden="true">
            🎬
          </span>
        )}
        <span class="what">
          {who !== null && <b>{name(who)}</b>} {did}
          {wentOn && <> {words().following.wentOn}</>}
          {step.place !== null && <small>{placeName(step.place)}</small>}
          {quote !== '' && !isToldAbove && <q>{quote}</q>}
        </span>
        <span class="at-tick">
          <span aria-hidden="true">{STEP_SIGNS[step.kind]}</span>
          <time>{calendar.value.moment(step.tick, tick.peek())}</time>
        </span>
      </button>
    </li>
  );
}
