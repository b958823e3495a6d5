/** How a resident feels: four small meters, each with a word. */
import { feelings } from '../../town/innerWords.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

export function Feelings({ id }: { id: string }) {
  const body = useDesk().store.state.value?.residents[id]?.body;
  if (body === undefined) return null;
  return (
    <ul class="feelings" aria-label={words().mind.feels}>
      {feelings(body).map(({ key, label, icon, value, words: word }) => (
        <li key={key} title={`${label}: ${word}`}>
          <span aria-hidden="true">{icon}</span>
          <span
            class={`gauge ${key}`}
            role="meter"
            aria-label={label}
            aria-valuemin={0}
            aria-valuemax={100}
            aria-valuenow={value}
            aria-valuetext={word}
          >
            <i class={value < 25 ? 'low' : ''} style={{ width: `${value}%` }} />
          </span>
          <small>{word}</small>
        </li>
      ))}
    </ul>
  );
}
