/** A replay's time: play, how fast, and any moment of it. */
import { useMemo } from 'preact/hooks';
import { TICKS_PER_MINUTE } from '../town/calendar.ts';
import { SPEEDS } from '../town/projector.ts';
import { words } from '../words/language.ts';
import { useShowing } from './showing.ts';

const BINS = 120;

export function Controls() {
  const { projector } = useShowing();
  const says = words().replay;
  const playing = projector.playing.value;
  return (
    <footer class="time replay-time" aria-label={says.controls}>
      <div class="buttons">
        <button
          class="key"
          type="button"
          aria-label={says.again}
          title={says.again}
          onClick={() => projector.turn(projector.recording.from)}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d="M2 2h3v12H2zM14 2v12L6 8z" />
          </svg>
        </button>
        <button
          class="key play"
          type="button"
          aria-label={playing ? says.pause : says.play}
          title={playing ? says.pause : says.play}
          onClick={() => (playing ? projector.pause() : projector.play())}
        >
          <svg viewBox="0 0 16 16" aria-hidden="true">
            <path d={playing ? 'M3 2h4v12H3zM9 2h4v12H9z' : 'M4 2l10 6-10 6z'} />
          </svg>
        </button>
      </div>
      <Scrubber />
      <div class="buttons speeds" role="group" aria-label={says.speed}>
        {SPEEDS.map((speed) => (
          <button
            key={speed}
            class="key"
            type="button"
            aria-label={words().town.time.timesLife(speed)}
            aria-pressed={projector.speed.value === speed}
            onClick={() => (projector.speed.value = speed)}
          >
            {words().telling.times(speed)}
          </button>
        ))}
      </div>
    </footer>
  );
}

function Scrubber() {
  const { projector, calendar } = useShowing();
  const { from, upto } = projector.recording;
  const says = words().replay;
  const now = projector.tick.value;
  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    projector.turn(now + step * TICKS_PER_MINUTE * (event.shiftKey ? 10 : 1));
  };
  return (
    <div class="scrubber">
      <Density />
      <input
        type="range"
        min={from}
        max={upto}
        step={1}
        value={now}
        aria-label={says.moment}
        title={says.momentHint}
        aria-valuetext={calendar.moment(now, from)}
        onInput={(event) => projector.turn(Number(event.currentTarget.value))}
        onKeyDown={move}
      />
      <span class="ends" aria-hidden="true">
        <span>{`${calendar.weekday(from)} ${calendar.clock(from)}`}</span>
        <span>{calendar.moment(upto, from)}</span>
      </span>
    </div>
  );
}

/** How much was said when; and where somebody announced or did something from outside. */
function Density() {
  const { told, projector } = useShowing();
  const { from, upto } = projector.recording;
  const { bars, marks } = useMemo(() => {
    const counts = new Array<number>(BINS).fill(0);
    const marked = new Set<number>();
    for (const { tick, event } of told) {
      const bin = Math.min(BINS - 1, Math.floor(((tick - from) / Math.max(1, upto - from)) * BINS));
      if (event.kind === 'said') counts[bin] = (counts[bin] ?? 0) + 1;
      if (['announced', 'object_changed', 'weather_changed', 'resident_added'].includes(event.kind)) marked.add(bin);
    }
    const most = Math.max(1, ...counts);
    return { bars: counts.map((count) => count / most), marks: [...marked] };
  }, [told, from, upto]);
  return (
    <svg class="density" viewBox={`0 0 ${BINS} 20`} preserveAspectRatio="none" aria-hidden="true">
      {bars.map((height, bin) => (
        <rect key={bin} x={bin} y={20 - height * 17} width={0.82} height={height * 17} />
      ))}
      {marks.map((bin) => (
        <rect key={`mark ${bin}`} class="marked" x={bin} y={0} width={0.82} height={20} />
      ))}
    </svg>
  );
}
