/** Moments with a note: who directs marks them, everybody goes back to them. */
import { useState } from 'preact/hooks';
import { may } from '../../town/session.ts';
import { momentOf } from '../../town/timeline/bookmarks.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { LineCard } from './LineCard.tsx';

export function BookmarksKey() {
  const desk = useDesk();
  const { bookmarks } = desk;
  const says = words().timeline.bookmarks;
  return (
    <LineCard id="bookmarks" label={says.title} draw="M4 1h8v14l-4-3.500L4 15z" opened={() => void bookmarks.look()}>
      <h3>{says.title}</h3>
      {bookmarks.problem.value !== '' && (
        <p class="wrong" role="alert">
          {bookmarks.problem.value}
        </p>
      )}
      {may('director') && <NewBookmark />}
      {bookmarks.items.value?.length === 0 && <p class="quiet">{says.none}</p>}
      <Shelf />
    </LineCard>
  );
}

function NewBookmark() {
  const desk = useDesk();
  const { store, bookmarks, timeline } = desk;
  const says = words().timeline.bookmarks;
  const [note, setNote] = useState('');
  const [busy, setBusy] = useState(false);
  const calendar = store.calendar.value;
  const moment = `${calendar.weekday(store.tick.value)} ${calendar.clock(store.tick.value)}`;
  const add = async () => {
    setBusy(true);
    if (await bookmarks.add(desk.momentShown(), note.trim())) {
      setNote('');
      void timeline.look();
    }
    setBusy(false);
  };
  return (
    <form
      class="new-bookmark"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <input
        aria-label={says.note(moment)}
        placeholder={says.note(moment)}
        maxLength={300}
        value={note}
        onInput={(event) => setNote(event.currentTarget.value)}
      />
      <button class="key" disabled={busy || note.trim() === ''}>
        {says.add}
      </button>
    </form>
  );
}

function Shelf() {
  const desk = useDesk();
  const { store, bookmarks, timeline } = desk;
  const says = words().timeline.bookmarks;
  const calendar = store.calendar.value;
  const remove = async (number: number) => {
    if (await bookmarks.remove(number)) void timeline.look();
  };
  return (
    <ul class="shelf">
      {bookmarks.items.value?.map((one) => (
        <li key={one.id}>
          <button class="link" type="button" onClick={() => void desk.open(momentOf(one))}>
            {calendar.weekday(one.tick)} {calendar.clock(one.tick)}
          </button>
          <span>
            {one.note} {one.author !== null && <small class="quiet">{one.author}</small>}
          </span>
          {may('director') && (
            <button
              class="plain"
              type="button"
              aria-label={says.removeOf(one.note)}
              onClick={() => void remove(one.id)}
            >
              ×
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
