/** What comes to a resident's mind for any words: its memories by the score that its mind goes by. */
import { useRef, useState } from 'preact/hooks';
import { api } from '../../town/api.ts';
import type { RecollectionView } from '../../town/generated.ts';
import { reasonOf } from '../../town/minds.ts';
import { useDesk } from '../town/desk.ts';
import { MemoryCard } from './MemoryCard.tsx';

export function Recollections({ id }: { id: string }) {
  const { id: town } = useDesk().store;
  const [words, setWords] = useState('');
  const [found, setFound] = useState<readonly RecollectionView[] | null>(null);
  const [problem, setProblem] = useState('');
  const [looking, setLooking] = useState(false);
  const asked = useRef(0);
  const look = async () => {
    const number = ++asked.current;
    setProblem('');
    setFound(null);
    setLooking(true);
    try {
      const answer = await api.recollections(town, id, words.trim());
      if (number === asked.current) setFound(answer);
    } catch (error) {
      if (number === asked.current) setProblem(reasonOf(error));
    }
    if (number === asked.current) setLooking(false);
  };
  return (
    <details class="recollections">
      <summary>What comes to mind for …</summary>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (words.trim() !== '') void look();
        }}
      >
        <input
          aria-label="What the mind is put on"
          placeholder="the party, a name, anything"
          maxLength={300}
          value={words}
          onInput={(event) => setWords(event.currentTarget.value)}
        />
        <button class="key" disabled={words.trim() === ''}>
          Look
        </button>
      </form>
      {problem !== '' && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
      {looking && <p class="quiet">Looking …</p>}
      {found?.length === 0 && <p class="quiet">Nothing: it remembers nothing yet.</p>}
      <ul class="grounds" aria-label="What comes to mind">
        {found?.map(({ memory, scores }) => (
          <MemoryCard key={memory.id} memory={memory} scores={scores} />
        ))}
      </ul>
    </details>
  );
}
