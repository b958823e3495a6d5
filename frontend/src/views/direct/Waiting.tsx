/** What waits for its moment, to be taken back; and what became of the last that waited. */
import { useEffect } from 'preact/hooks';
import type { ArmedIntervention } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { deedText, whenText } from './conditionText.ts';
import { useSending } from './sendingOrWhy.tsx';

/** So many of the last that wait no more are shown. */
const SHOWN = 3;

/** `isOpen`: whether the list is unfolded from the first. */
export function Waiting({ isOpen }: { isOpen: boolean }) {
  const { store, spread } = useDesk();
  const says = words().arming;
  const town = store.state.value;
  const waiting = Object.values(town?.armed ?? {});
  const spent = Object.values(town?.spent ?? {}).slice(-SHOWN);
  const ofNews = [...waiting, ...spent].some(({ when }) => when.condition === 'knows');
  useEffect(() => (ofNews ? spread.count(() => null) : undefined), [ofNews]);
  const remembered = [...waiting, ...spent].flatMap(({ when }) =>
    when.condition === 'heard_of' && when.of === 'memory' ? [when.which] : [],
  );
  useEffect(() => spread.readUp(remembered), [remembered.join('|')]);
  if (waiting.length + spent.length === 0) return null;
  return (
    <section class="waiting" aria-label={says.waiting}>
      <details open={isOpen}>
        <summary>{says.soMuch(waiting.length)}</summary>
        <ul>
          {waiting.map((one) => (
            <Waits key={one.id} one={one} />
          ))}
          {spent.reverse().map((one) => (
            <Spent key={one.id} one={one} />
          ))}
        </ul>
      </details>
    </section>
  );
}

function Waits({ one }: { one: ArmedIntervention }) {
  const desk = useDesk();
  const says = words().arming;
  const { send, busy, fault } = useSending();
  const calendar = desk.store.calendar.value;
  return (
    <li>
      <Told one={one} />
      <p class="quiet">{says.by(one.by, calendar.moment(one.until, desk.store.tick.value))}</p>
      <button class="key" type="button" disabled={busy} onClick={() => void send(desk.actions.disarm(one.id))}>
        {busy ? says.takingBack : says.takeBack}
      </button>
      {fault}
    </li>
  );
}

function Spent({ one }: { one: ArmedIntervention }) {
  const desk = useDesk();
  const { ends } = words().arming;
  const calendar = desk.store.calendar.value;
  const clock = calendar.moment(one.ended ?? one.since, desk.store.tick.value);
  const why = words().refusals.names[one.error] ?? one.reason;
  return (
    <li class={`is-${one.how ?? 'fired'}`}>
      <Told one={one} />
      <p role="status">{ends[one.how ?? 'fired'](clock, why)}</p>
    </li>
  );
}

function Told({ one }: { one: ArmedIntervention }) {
  const desk = useDesk();
  return (
    <p>
      <b>{whenText(one.when, desk)}</b> {deedText(one, desk)}
    </p>
  );
}
