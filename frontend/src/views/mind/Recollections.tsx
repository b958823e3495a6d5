/** What comes to a resident's mind for any words: its memories by the score that its mind goes by. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../town/api.ts';
import type { RecollectionView } from '../../town/generated.ts';
import { reasonOf } from '../../town/minds.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { MemoryCard } from './MemoryCard.tsx';

export function Recollections({ id }: { id: string }) {
  const { store } = useDesk();
  const jump = store.jumps.value;
  const [wanted, setWanted] = useState('');
  const [found, setFound] = useState<readonly RecollectionView[] | null>(null);
  const [problem, setProblem] = useState('');
  const [looking, setLooking] = useState(false);
  const asked = useRef(0);
  // What came to mind at another moment is not what comes to mind at this one.
  useEffect(() => {
    asked.current += 1;
    setFound(null);
    setLooking(false);
  }, [jump]);
  const says = words().mind.recollections;
  const look = async () => {
    const number = ++asked.current;
    setProblem('');
    setFound(null);
    setLooking(true);
    try {
      const at = store.past.peek() === null ? {} : { at: store.tick.peek() };
      const answer = await api.recollections(store.id, id, { q: wanted.trim(), ...at });
      if (number === asked.current) setFound(answer);
    } catch (error) {
      if (number === asked.current) setProblem(reasonOf(error));
    }
    if (number === asked.current) setLooking(false);
  };
  return (
    <details class="recollections">
      <summary>{says.title}</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (wanted.trim() !== '') void look();
        }}
      >
        <input
          aria-label={says.words}
          placeholder={says.example}
          maxLength={300}
          value={wanted}
          onInput={(event) => setWanted(event.currentTarget.value)}
        />
        <button class="key" disabled={wanted.trim() === ''}>
          {says.look}
        </button>
      </form>
      {problem !== '' && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
      {looking && <p class="quiet">{says.looking}</p>}
      {found?.length === 0 && <p class="quiet">{says.none}</p>}
      <ul class="grounds" aria-label={says.found}>
        {found?.map(({ memory, scores }) => (
          <MemoryCard key={memory.id} memory={memory} scores={scores} />
        ))}
      </ul>
    </details>
  );
}
