/** A memory as a ground of something: whose it is, how well it fitted, and where it comes from itself. */
import type { MemoryView, ScoresView } from '../../town/generated.ts';
import { useDesk } from '../town/desk.ts';

interface Props {
  memory: MemoryView;
  scores?: ScoresView | null;
  cited?: boolean;
}

const PARTS: readonly { key: 'recency' | 'importance' | 'relevance'; label: string }[] = [
  { key: 'recency', label: 'recent' },
  { key: 'importance', label: 'important' },
  { key: 'relevance', label: 'relevant' },
];

export function MemoryCard({ memory, scores = null, cited = false }: Props) {
  const { store, why } = useDesk();
  const { setting, calendar, tick } = store;
  const owner = setting.value?.firstNameOf(memory.resident) ?? memory.resident;
  return (
    <li class={cited ? 'memory-card cited' : 'memory-card'}>
      <p>{memory.text}</p>
      {scores !== null && <Bars scores={scores} />}
      <small>
        {owner}, {memory.kind === 'planted' ? 'from before' : calendar.value.moment(memory.tick, tick.peek())}
        {cited && ' · decided it'}{' '}
        <button class="link" type="button" onClick={() => why.ask({ seq: memory.seq })}>
          Where from?
        </button>
      </small>
    </li>
  );
}

/** Three bars, each 0 to 1 over all that the resident remembers. */
export function Bars({ scores }: { scores: ScoresView }) {
  return (
    <span class="bars" title={`score ${scores.total.toFixed(2)}`}>
      {PARTS.map(({ key, label }) => (
        <span key={key} class="bar">
          <span
            class={`gauge ${key}`}
            role="meter"
            aria-label={label}
            aria-valuemin={0}
            aria-valuemax={1}
            aria-valuenow={scores[key]}
          >
            <i style={{ width: `${scores[key] * 100}%` }} />
          </span>
          <small>{label}</small>
        </span>
      ))}
    </span>
  );
}
