/** How a resident feels: four small meters, each with a word. */
import { feelings } from '../../town/innerWords.ts';
import { useDesk } from '../town/desk.ts';

export function Feelings({ id }: { id: string }) {
  const body = useDesk().store.state.value?.residents[id]?.body;
  if (body === undefined) return null;
  return (
    <ul class="feelings" aria-label="How it feels">
      {feelings(body).map(({ key, label, icon, value, words }) => (
        <li key={key} title={`${label}: ${words}`}>
          <span aria-hidden="true">{icon}</span>
          <span
            class={`gauge ${key}`}
            role="meter"
            aria-label={label}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={value}
            aria-valuetext={words}
          >
            <i class={value < 25 ? 'low' : ''} style={{ width: `${value}%` }} />
          </span>
          <small>{words}</small>
        </li>
      ))}
    </ul>
  );
}
