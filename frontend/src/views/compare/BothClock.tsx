/** The time of both towns: what they have lived is sought, played and stopped together. */
import { TICKS_PER_MINUTE } from '../../town/calendar.ts';
import { may } from '../../town/session.ts';
import { PACES } from '../../town/timeline/past.ts';
import { words } from '../../words/language.ts';
import { useLooking } from './looking.ts';
import { Key } from '../Key.tsx';

/** A step by the keys, in ticks. */
const STEP = 10 * TICKS_PER_MINUTE;

export function BothClock() {
  const { comparison } = useLooking();
  const { one, tick, upto, playing, pace } = comparison;
  const says = words().compare;
  const calendar = one.calendar.value;
  const moment = `${calendar.weekday(tick.value)} ${calendar.clock(tick.value)}`;
  const going = comparison.stores.some(({ clock }) => clock.value !== null && clock.value.status !== 'paused');
  return (
    <footer class="time both" aria-label={says.time}>
      <input
        class="both-slider"
        type="range"
        min={0}
        max={upto.value}
        step={TICKS_PER_MINUTE}
        value={tick.value}
        aria-label={says.moment}
        aria-valuetext={moment}
        onInput={(event) => comparison.seek(event.currentTarget.valueAsNumber)}
      />
      <div class="buttons" role="group" aria-label={says.time}>
        <Key label={says.before} press={() => comparison.seek(tick.peek() - STEP)} draw="M8 2v12L1 8zM15 2v12L8 8z" />
        <Key
          label={playing.value ? says.pause : says.play}
          press={() => (playing.peek() ? comparison.pause() : comparison.play())}
          draw={playing.value ? 'M3 2h4v12H3zM9 2h4v12H9z' : 'M4 2l10 6-10 6z'}
          off={!playing.value && tick.value >= upto.value}
          main
        />
        <Key label={says.after} press={() => comparison.seek(tick.peek() + STEP)} draw="M1 2l7 6-7 6zM8 2l7 6-7 6z" />
        <Key label={says.end} press={() => comparison.seek(upto.peek())} draw="M2 2l9 6-9 6zM12 2h2v12h-2z" />
      </div>
      <div class="buttons speeds" role="group" aria-label={says.pace}>
        {PACES.map((each) => (
          <button
            key={each}
            class="key"
            type="button"
            aria-label={words().town.time.timesLife(each)}
            aria-pressed={pace.value === each}
            onClick={() => (pace.value = each)}
          >
            {words().telling.times(each)}
          </button>
        ))}
      </div>
      {may('director') && (
        <button class="cta" type="button" disabled={going} onClick={() => void comparison.liveOn()}>
          {going ? says.livesOn : says.liveOn}
        </button>
      )}
    </footer>
  );
}
