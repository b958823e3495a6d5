/** Now, or at a time of the town that is yet to come: today, or tomorrow where that time has passed. */
import { nextTickAt } from '../../town/direct/moment.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { useDesk } from '../town/desk.ts';
import { useState } from 'preact/hooks';

export type Moment = { at: 'now' } | { at: 'unset' } | { at: 'tick'; tick: number };

export function When({ moment, choose }: { moment: Moment; choose: (moment: Moment) => void }) {
  const { store } = useDesk();
  const says = words().palette.when;
  const [clock, setClock] = useState('');
  const calendar = store.calendar.value;
  const pick = (time: string) => {
    setClock(time);
    const tick = nextTickAt(calendar, store.tick.value, time);
    choose(tick === null ? { at: 'unset' } : { at: 'tick', tick });
  };
  return (
    <fieldset class="when">
      <legend>{says.label}</legend>
      <label>
        <input type="radio" name="when" checked={moment.at === 'now'} onChange={() => choose({ at: 'now' })} />{' '}
        {says.now}
      </label>
      <label>
        <input type="radio" name="when" checked={moment.at !== 'now'} onChange={() => pick(clock)} /> {says.later}
      </label>
      {moment.at !== 'now' && (
        <Field label={says.clock}>
          {(id) => (
            <input id={id} type="time" required value={clock} onInput={(event) => pick(event.currentTarget.value)} />
          )}
        </Field>
      )}
      {moment.at === 'tick' && (
        <p class="quiet">{says.thatIs(calendar.day(moment.tick), calendar.clock(moment.tick))}</p>
      )}
    </fieldset>
  );
}
