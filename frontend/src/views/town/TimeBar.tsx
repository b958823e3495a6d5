/** The town's time: pause, step, speeds, and how it really goes. */
import { useState } from 'preact/hooks';
import type { Outcome } from '../../town/actions.ts';
import { TICKS_PER_MINUTE } from '../../town/calendar.ts';
import { talkedToLately } from '../../town/feed.ts';
import type { Speed } from '../../town/generated.ts';
import { may } from '../../town/session.ts';
import { clockWords, nightWords } from '../../town/words.ts';
import { words } from '../../words/language.ts';
import { useDesk } from './desk.ts';
import { SkipKey, SkipNote } from './Skip.tsx';

const SPEEDS: readonly Speed[] = [1, 10, 30, 60, 300, 'max'];

const label = (speed: Speed) => (speed === 'max' ? words().town.time.max : words().telling.times(speed));
const spoken = (speed: Speed) => (speed === 'max' ? words().town.time.fastest : words().town.time.timesLife(speed));

export function TimeBar() {
  const desk = useDesk();
  const { actions, store } = desk;
  const says = words().town.time;
  const [reason, setReason] = useState('');
  const clock = store.clock.value;
  const act = async (doing: Promise<Outcome>) => {
    const outcome = await doing;
    setReason(outcome.done ? '' : outcome.reason);
  };
  const paused = clock?.paused ?? true;
  const ended = clock === null || clock.status === 'ended';
  if (!may('director')) {
    return (
      <footer class="time" aria-label={says.label}>
        <p class="pace" data-testid="pace">
          <Pace />
        </p>
        <p class="quiet">{says.directorSets}</p>
      </footer>
    );
  }
  return (
    <footer class="time" aria-label={says.label}>
      <div class="buttons" role="group" aria-label={says.clock}>
        <button
          class="key play"
          type="button"
          disabled={ended}
          aria-label={paused ? says.play : says.pause}
          title={paused ? says.play : says.pause}
          onClick={() => void act(paused ? actions.resume() : actions.pause())}
        >
          {paused ? <Play /> : <Pause />}
        </button>
        <button
          class="key"
          type="button"
          disabled={ended}
          aria-label={says.step}
          title={says.step}
          onClick={() => void act(actions.step(TICKS_PER_MINUTE))}
        >
          <Step />
        </button>
        <SkipKey disabled={ended} />
      </div>
      <div class="buttons speeds" role="group" aria-label={says.speed}>
        {SPEEDS.map((speed) => (
          <button
            key={speed}
            class="key"
            type="button"
            disabled={ended}
            aria-label={spoken(speed)}
            aria-pressed={clock?.speed === speed}
            onClick={() => void act(actions.setSpeed(speed))}
          >
            {label(speed)}
          </button>
        ))}
      </div>
      <p class="pace" data-testid="pace">
        {reason !== '' ? (
          <span class="wrong" role="alert">
            {reason}
          </span>
        ) : (
          <SkipNote>
            <Pace />
          </SkipNote>
        )}
      </p>
    </footer>
  );
}

/** How the time goes; a part of its own, for it changes several times a second. */
function Pace() {
  const { store } = useDesk();
  const clock = store.clock.value;
  if (['away', 'busy'].includes(store.connection.value))
    return <span class="state s-away">{words().town.time.noWord}</span>;
  if (clock === null) return <span class="state s-starting">{words().town.time.looking}</span>;
  const night = nightWords(clock, store.state.value);
  if (night !== null) return <span class={`state s-${clock.status}`}>{night}</span>;
  const visited = talkedToLately(store.news.value, store.tick.value);
  return <span class={`state s-${clock.status}`}>{clockWords(clock, store.setting.value, visited)}</span>;
}

const Play = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M4 2l10 6-10 6z" />
  </svg>
);
const Pause = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M3 2h4v12H3zM9 2h4v12H9z" />
  </svg>
);
const Step = () => (
  <svg viewBox="0 0 16 16" aria-hidden="true">
    <path d="M2 2l8 6-8 6zM11 2h3v12h-3z" />
  </svg>
);
