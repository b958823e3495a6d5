/** Now, at a time of the town that is yet to come, or as soon as something comes about in it. */
import { useState } from 'preact/hooks';
import { A_DAY, conditionOf, SPANS, type Awaited } from '../../town/direct/condition.ts';
import { nextTickAt } from '../../town/direct/moment.ts';
import type { Condition } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { useDesk } from '../town/desk.ts';
import { ConditionFields } from './ConditionFields.tsx';

/** `unset`: it is not said yet; `minutes` of the town it waits at most. */
export type Moment =
  | { at: 'now' }
  | { at: 'unset'; as: 'tick' | 'held' }
  | { at: 'tick'; tick: number }
  | { at: 'held'; when: Condition; minutes: number };

/** Now, but where the page has been told already what is to be waited for. */
export function useMoment(): [Moment, (moment: Moment) => void] {
  const { awaited } = useDesk();
  const begun = awaited.peek();
  return useState<Moment>(begun === null ? { at: 'now' } : momentOf(begun));
}

function momentOf({ kind, values, minutes }: Awaited): Moment {
  const when = conditionOf(kind, values);
  return when === null ? { at: 'unset', as: 'held' } : { at: 'held', when, minutes };
}

export function When({ moment, choose }: { moment: Moment; choose: (moment: Moment) => void }) {
  const says = words();
  const [clock, setClock] = useState('');
  const begun = useDesk().awaited.peek();
  const [awaited, setAwaited] = useState<Awaited>(begun ?? { kind: 'arrives', values: {}, minutes: A_DAY });
  const as = moment.at === 'unset' ? moment.as : moment.at;
  const pick = usePick(choose, setClock);
  const wait = (changed: Awaited) => {
    setAwaited(changed);
    choose(momentOf(changed));
  };
  const way = (checked: boolean, label: string, chosen: () => void) => (
    <label>
      <input type="radio" name="when" checked={checked} onChange={chosen} /> {label}
    </label>
  );
  return (
    <fieldset class="when">
      <legend>{says.palette.when.label}</legend>
      {way(as === 'now', says.palette.when.now, () => choose({ at: 'now' }))}
      {way(as === 'tick', says.palette.when.later, () => pick(clock))}
      {way(as === 'held', says.arming.happens, () => wait(awaited))}
      {as === 'tick' && (
        <Field label={says.palette.when.clock}>
          {(id) => (
            <input id={id} type="time" required value={clock} onInput={(event) => pick(event.currentTarget.value)} />
          )}
        </Field>
      )}
      {moment.at === 'tick' && <ThatIs tick={moment.tick} />}
      {as === 'held' && <Awaiting awaited={awaited} wait={wait} />}
    </fieldset>
  );
}

function Awaiting({ awaited, wait }: { awaited: Awaited; wait: (awaited: Awaited) => void }) {
  const says = words().arming;
  return (
    <>
      <ConditionFields
        kind={awaited.kind}
        values={awaited.values}
        choose={(kind, values) => wait({ ...awaited, kind, values })}
      />
      <Field label={says.waits}>
        {(id) => (
          <select
            id={id}
            value={awaited.minutes}
            onChange={(event) => wait({ ...awaited, minutes: Number(event.currentTarget.value) })}
          >
            {SPANS.map((minutes) => (
              <option key={minutes} value={minutes}>
                {says.spans[minutes]}
              </option>
            ))}
          </select>
        )}
      </Field>
    </>
  );
}

function usePick(choose: (moment: Moment) => void, setClock: (clock: string) => void): (time: string) => void {
  const { store } = useDesk();
  return (time) => {
    setClock(time);
    const tick = nextTickAt(store.calendar.value, store.tick.value, time);
    choose(tick === null ? { at: 'unset', as: 'tick' } : { at: 'tick', tick });
  };
}

function ThatIs({ tick }: { tick: number }) {
  const calendar = useDesk().store.calendar.value;
  return <p class="quiet">{words().palette.when.thatIs(calendar.day(tick), calendar.clock(tick))}</p>;
}
