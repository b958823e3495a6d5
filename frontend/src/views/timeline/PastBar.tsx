/** In place of the town's time while the past is shown: playing on from there, from mark to mark, and back to live. */
import { useState } from 'preact/hooks';
import { TICKS_PER_MINUTE } from '../../town/calendar.ts';
import { PACES, type Past } from '../../town/timeline/past.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { markLine } from './markText.ts';
import { Key } from '../Key.tsx';

/** A step by the keys, in ticks. */
const STEP = 10 * TICKS_PER_MINUTE;

export function PastBar({ past }: { past: Past }) {
  const desk = useDesk();
  const { store, timeline } = desk;
  const says = words().timeline;
  /** The mark that was gone to last. */
  const [told, setTold] = useState('');
  const playing = past.playing.value;
  const at = () => (past.seeking.peek() ? past.sought.peek() : Math.floor(past.tick));
  const step = (ticks: number) => {
    setTold('');
    desk.lookAt(at() + ticks >= store.presentTick.peek() ? Infinity : Math.max(0, at() + ticks));
  };
  const toMark = (forward: boolean) => {
    const mark = timeline.next(at(), forward);
    setTold(mark === null ? says.noMark : markLine(mark, desk));
    if (mark !== null) desk.lookAtMark(mark);
  };
  return (
    <footer class="time past-bar" aria-label={words().town.time.label}>
      <div class="buttons" role="group" aria-label={says.lookingBack}>
        <Key label={says.previousMark} press={() => toMark(false)} draw="M2 2h2v12H2zM14 2v12L5 8z" />
        <Key label={says.before} press={() => step(-STEP)} draw="M8 2v12L1 8zM15 2v12L8 8z" />
        <Key
          label={playing ? says.pause : says.play}
          press={() => {
            setTold('');
            past.playing.value = !playing;
          }}
          draw={playing ? 'M3 2h4v12H3zM9 2h4v12H9z' : 'M4 2l10 6-10 6z'}
          main
        />
        <Key label={says.after} press={() => step(STEP)} draw="M1 2l7 6-7 6zM8 2l7 6-7 6z" />
        <Key label={says.nextMark} press={() => toMark(true)} draw="M2 2l9 6-9 6zM12 2h2v12h-2z" />
      </div>
      <div class="buttons speeds" role="group" aria-label={says.pace}>
        {PACES.map((pace) => (
          <button
            key={pace}
            class="key"
            type="button"
            aria-label={words().town.time.timesLife(pace)}
            aria-pressed={past.pace.value === pace}
            onClick={() => (past.pace.value = pace)}
          >
            {words().telling.times(pace)}
          </button>
        ))}
      </div>
      <p class="pace" data-testid="pace" role="status">
        {told !== '' && !playing ? told : stateWords(past)}
      </p>
      <button class="cta" type="button" onClick={() => desk.lookAt(Infinity)}>
        {says.back}
      </button>
    </footer>
  );
}

function stateWords(past: Past): string {
  const says = words().timeline;
  if (past.seeking.value) return says.reading;
  if (!past.playing.value) return says.standing;
  return past.waiting.value ? says.waiting : says.playing(words().telling.times(past.pace.value));
}
