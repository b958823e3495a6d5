/** All residents and what each does now, found by any word; the keyboard's way to everybody. */
import { useEffect, useState } from 'preact/hooks';
import type { PersonaView, Resident, StateDocument } from '../../town/generated.ts';
import type { Setting } from '../../town/setting.ts';
import { fits } from '../../town/watching/search.ts';
import { doing, emojiOf, whereabouts } from '../../town/words.ts';
import { words } from '../../words/language.ts';
import { Portrait } from '../Portrait.tsx';
import { useDesk } from './desk.ts';

/** So many rows at once; in a large town more are shown when they are asked for. */
const PAGE = 60;
/** What they do is read again so often, in real milliseconds: a fast town changes more often than one can read. */
const EVERY_MS = 500;

interface Row {
  person: PersonaView;
  resident: Resident;
  activity: string;
  place: string;
}

export function Roster() {
  const desk = useDesk();
  const { state, setting, tick, jumps } = desk.store;
  const [query, setQuery] = useState('');
  const [pages, setPages] = useState(1);
  const town = useLately(() => state.peek(), jumps.value);
  const known = setting.value;
  const says = words().watching.roster;
  if (state.peek() === null || known === null) return <p class="quiet">{words().town.meeting}</p>;
  const now = town ?? state.peek();
  if (now === null) return null;
  const rows = rowsOf(now, tick.peek(), known).filter(({ person, activity, place }) =>
    fits(query, [person.name, person.job, place, activity]),
  );
  const all = Object.keys(now.residents).length;
  const guests = Object.values(now.visitors).filter(({ name }) => fits(query, [name, says.visitor]));
  const shown = rows.slice(0, pages * PAGE);
  return (
    <>
      <div class="search">
        <input
          type="search"
          aria-label={says.search}
          placeholder={says.placeholder}
          value={query}
          onInput={(event) => {
            setQuery(event.currentTarget.value);
            setPages(1);
          }}
        />
        {query.trim() !== '' && (
          <span class="quiet" role="status">
            {rows.length + guests.length === 0 ? says.none(query.trim()) : says.found(rows.length, all)}
          </span>
        )}
      </div>
      <ul class="roster">
        {guests.map(({ id, name }) => (
          <li key={id}>
            <button class="row" type="button" onClick={() => desk.visit(id)}>
              <span class="guest" aria-hidden="true">
                🧳
              </span>
              <span>
                <b>{name}</b>
                <small>{says.visitor}</small>
              </span>
            </button>
          </li>
        ))}
        {shown.map(({ person, resident, activity, place }) => (
          <li key={person.id}>
            <button class="row" type="button" onClick={() => desk.visit(person.id)}>
              <Portrait hash={known.scenario.hash} resident={person.id} size={48} />
              <span>
                <b>{person.name}</b>
                {person.job !== null && <small class="job">{person.job}</small>}
                <small>
                  {emojiOf(resident)} {activity}
                </small>
                <small class="where">{place}</small>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length > shown.length && (
        <button class="plain more" type="button" onClick={() => setPages(pages + 1)}>
          {says.more(Math.min(PAGE, rows.length - shown.length))}
        </button>
      )}
    </>
  );
}

function rowsOf(town: StateDocument, tick: number, known: Setting): Row[] {
  return known.scenario.residents.flatMap((person) => {
    const resident = town.residents[person.id];
    if (resident === undefined) return [];
    return [
      {
        person,
        resident,
        activity: doing(resident, town, known),
        place: whereabouts(resident, tick, known),
      },
    ];
  });
}

/** What `read` gives, read anew a few times a second, and at once where `leaps` has changed. */
function useLately<T>(read: () => T, leaps: number): T {
  const [, again] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => {
      if (!document.hidden) again((count) => count + 1);
    }, EVERY_MS);
    return () => clearInterval(timer);
  }, [leaps]);
  return read();
}
