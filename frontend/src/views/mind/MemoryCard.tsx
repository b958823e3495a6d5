/** A memory as a ground of something: whose it is, how well it fitted, and where it comes from itself. */
import type { MemoryView, ScoresView } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

interface Props {
  memory: MemoryView;
  scores?: ScoresView | null;
  cited?: boolean;
}

const PARTS = ['recency', 'importance', 'relevance'] as const;

export function MemoryCard({ memory, scores = null, cited = false }: Props) {
  const { store, why } = useDesk();
  const { setting, calendar, tick } = store;
  const owner = setting.value?.firstNameOf(memory.resident) ?? memory.resident;
  return (
    <li class={cited ? 'memory-card cited' : 'memory-card'}>
      <p>{memory.text}</p>
      {scores !== null && <Bars scores={scores} />}
      <small>
        {owner},{' '}
        {memory.kind === 'planted'
          ? words().resident.memories.fromBefore
          : calendar.value.moment(memory.tick, tick.peek())}
        {cited && ` · ${words().mind.card.decided}`}{' '}
        <button class="link" type="button" onClick={() => why.ask({ seq: memory.seq })}>
          {words().mind.card.whereFrom}
        </button>
      </small>
    </li>
  );
}

/** Three bars, each 0 to 1 over all that the resident remembers. */
export function Bars({ scores }: { scores: ScoresView }) {
  const says = words().mind.card;
  return (
    <span class="bars" title={says.score(scores.total)}>
      {PARTS.map((key) => (
        <span key={key} class="bar">
          <span
            class={`gauge ${key}`}
            role="meter"
            aria-label={says.parts[key]}
            aria-valuemin={0}
            aria-valuemax={1}
            aria-valuenow={scores[key]}
          >
            <i style={{ width: `${scores[key] * 100}%` }} />
          </span>
          <small>{says.parts[key]}</small>
        </span>
      ))}
    </span>
  );
}
