/** The timeline below the map: the town's life so far, and which marks are shown on it. */
import { useEffect } from 'preact/hooks';
import { lookWhatIsOffered } from '../../town/direct/offered.ts';
import { KINDS, SCOPES } from '../../town/timeline/look.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { BookmarksKey } from './Bookmarks.tsx';
import { LineCard } from './LineCard.tsx';
import { SIGNS } from './markText.ts';
import { ShareKey } from './Share.tsx';
import { Strip } from './Strip.tsx';

export function Timeline() {
  const { store, timeline } = useDesk();
  const ready = store.present.value !== null;
  useEffect(() => (ready ? timeline.open() : undefined), [ready, timeline]);
  useEffect(() => void lookWhatIsOffered(), []);
  if (!ready) return null;
  return (
    <section class="timeline" aria-label={words().timeline.label}>
      <Strip />
      <div class="line-keys">
        <Zoom />
        <Filter />
        <BookmarksKey />
        <ShareKey />
      </div>
    </section>
  );
}

/** How much of the life is shown at once: all, a day, a few hours. */
function Zoom() {
  const { store, timeline } = useDesk();
  const says = words().timeline;
  const scope = timeline.scope.value;
  const next = SCOPES[(SCOPES.indexOf(scope) + 1) % SCOPES.length] ?? 'life';
  return (
    <button
      class="key zoom"
      type="button"
      aria-label={says.zoom(says.scopes[scope])}
      title={says.zoom(says.scopes[scope])}
      onClick={() => timeline.zoom(next, store.tick.peek(), store.calendar.peek())}
    >
      {says.scopes[scope]}
    </button>
  );
}

/** Which marks are shown. */
function Filter() {
  const { timeline } = useDesk();
  const says = words().timeline;
  return (
    <LineCard id="which-marks" label={says.whichMarks} draw="M1 2h14L9.500 8.500v5.500l-3-1.800V8.500z">
      {KINDS.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={timeline.shown.value.has(kind)}
            onChange={(event) => timeline.choose(kind, event.currentTarget.checked)}
          />
          <span aria-hidden="true">{SIGNS[kind]}</span> {says.kinds[kind]}
        </label>
      ))}
    </LineCard>
  );
}
