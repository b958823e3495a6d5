/** What a memory was drawn from, as a tree, down to what was seen, said or planted. */
import { useState } from 'preact/hooks';
import { api } from '../../town/api.ts';
import type { MemoryTree } from '../../town/generated.ts';
import { reasonOf } from '../../town/minds.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

/** Read when it is opened. */
export function Roots({ resident, memory }: { resident: string; memory: string }) {
  const { id: town } = useDesk().store;
  const [tree, setTree] = useState<MemoryTree | null>(null);
  const [problem, setProblem] = useState('');
  const read = async () => {
    try {
      setTree(await api.roots(town, resident, memory));
    } catch (error) {
      setProblem(reasonOf(error));
    }
  };
  return (
    <details class="roots" onToggle={(event) => event.currentTarget.open && void read()}>
      <summary>{words().mind.roots.title}</summary>
      {problem !== '' && <p class="wrong">{problem}</p>}
      {tree === null && problem === '' && <p class="quiet">{words().mind.roots.digging}</p>}
      {tree !== null && <Children trees={tree.children} above={resident} />}
    </details>
  );
}

function Children({ trees, above }: { trees: readonly MemoryTree[]; above: string }) {
  const { store, why } = useDesk();
  const { setting, calendar, tick } = store;
  if (trees.length === 0) return null;
  return (
    <ul>
      {trees.map(({ memory, resident, children, cut }) => (
        <li key={memory.id}>
          <p>{memory.text}</p>
          <small>
            {resident === above ? '' : words().mind.roots.whose(setting.value?.firstNameOf(resident) ?? resident)}
            {memory.kind === 'planted'
              ? words().resident.memories.fromBefore
              : calendar.value.moment(memory.tick, tick.peek())}{' '}
            <button class="link" type="button" onClick={() => why.ask({ seq: memory.seq })}>
              {words().mind.why}
            </button>
          </small>
          <Children trees={children} above={resident} />
          {cut && <small>{words().mind.roots.further}</small>}
        </li>
      ))}
    </ul>
  );
}
