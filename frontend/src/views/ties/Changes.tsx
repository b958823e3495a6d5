/** How residents came to be what they are to each other, newest first up to the moment that is shown. */
import { useEffect, useState } from 'preact/hooks';
import { api } from '../../town/api.ts';
import type { TieChangeView } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

const SHOWN = 40;
/** Between a change and a look at it, in real milliseconds. */
const SOON_MS = 1500;

export function Changes({ resident }: { resident: string | null }) {
  const desk = useDesk();
  const { store, why } = desk;
  const { setting, calendar, tick } = store;
  const says = words().ties;
  const { changes, problem } = useChanges(resident);
  const known = setting.value;
  if (known === null) return null;
  return (
    <section aria-label={says.changes}>
      <h3>{says.changes}</h3>
      {problem !== '' && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
      {changes?.length === 0 && <p class="quiet">{says.none}</p>}
      <ol class="changes">
        {changes?.map((change) => {
          const { seq, tick: at, was, closeness, reason } = change;
          const [one, other] = [change.resident, change.other].map((id) =>
            known.firstNameOf(id, store.state.value?.visitors),
          );
          return (
            <li key={seq} class={closeness < was ? 'cooler' : 'warmer'}>
              <button
                class="moment"
                type="button"
                onClick={() => desk.lookAtMark({ tick: at, who: [change.resident, change.other] })}
              >
                <time>{calendar.value.moment(at, tick.peek())}</time>
                <span>
                  {says.change(one ?? '', other ?? '', was, closeness)}
                  {reason !== '' && <small>{reason}</small>}
                </span>
              </button>
              <button class="ask-why" type="button" onClick={() => why.ask({ seq })}>
                {words().town.why}
              </button>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

/** Read when another moment or resident is looked at, and a little after each change. */
function useChanges(resident: string | null): { changes: readonly TieChangeView[] | null; problem: string } {
  const { store } = useDesk();
  const jump = store.jumps.value;
  const [changes, setChanges] = useState<readonly TieChangeView[] | null>(null);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    let left = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      timer = undefined;
      const at = store.past.peek() === null ? {} : { at: store.tick.peek() };
      try {
        const found = await api.tieChanges(store.id, {
          limit: SHOWN,
          ...at,
          ...(resident === null ? {} : { resident }),
        });
        if (!left) setChanges(found);
        if (!left) setProblem('');
      } catch (error) {
        if (!left) setProblem(error instanceof Error ? error.message : String(error));
      }
    };
    void look();
    const end = store.watch(({ event }) => {
      if (event.kind === 'relationship_changed') timer ??= setTimeout(() => void look(), SOON_MS);
    });
    return () => {
      left = true;
      clearTimeout(timer);
      end();
    };
  }, [store, resident, jump]);
  return { changes, problem };
}
