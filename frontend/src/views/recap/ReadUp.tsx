/** The way to what one missed, and to the town's newspaper. */
import { TICKS_PER_HOUR } from '../../town/calendar.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

export function ReadUp() {
  const { recap, store } = useDesk();
  const says = words().recap;
  const now = () => store.presentTick.peek();
  const since = () => recap.lastSeen.peek() ?? Math.max(0, now() - TICKS_PER_HOUR);
  return (
    <div class="read-up" role="group" aria-label={says.buttons}>
      <button class="key" type="button" onClick={() => void recap.tell({ from: since(), upto: now() })}>
        <span aria-hidden="true">⏪</span> {says.open}
      </button>
      <button class="key" type="button" onClick={() => void recap.read(store.calendar.peek().dayNumber(now()))}>
        <span aria-hidden="true">📰</span> {says.paper}
      </button>
    </div>
  );
}

/** Asks whoever comes back after a while. */
export function Missed() {
  const { recap, store } = useDesk();
  const since = recap.missedSince.value;
  if (since === null) return null;
  const says = words().recap;
  const upto = store.presentTick.value;
  return (
    <p class="notice missed" role="status">
      {says.away((upto - since) / TICKS_PER_HOUR)}{' '}
      <button class="link" type="button" onClick={() => void recap.tell({ from: since, upto })}>
        {says.open}
      </button>{' '}
      <button class="link" type="button" onClick={() => (recap.missedSince.value = null)}>
        {says.notNow}
      </button>
    </p>
  );
}
