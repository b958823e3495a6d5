/** A temper, as traits: those that one has words for, and any others that are there already. */
import { MOST_TRAITS, traitsIn, traitsOf } from '../../town/direct/traits.ts';
import { words } from '../../words/language.ts';

interface Props {
  label: string;
  value: string;
  set: (value: string) => void;
}

export function Traits({ label, value, set }: Props) {
  const called = words().own.traits;
  const chosen = traitsIn(value);
  const all = [...new Set([...chosen.filter((trait) => !(trait in called)), ...Object.keys(called)])];
  const toggle = (trait: string) => {
    const rest = chosen.filter((one) => one !== trait);
    set(traitsOf(rest.length < chosen.length ? rest : [...rest, trait].slice(-MOST_TRAITS)));
  };
  return (
    <div role="group" aria-label={label} class="chips">
      <b>{label}</b>
      <p class="keys">
        {all.map((trait) => (
          <button
            key={trait}
            class="chip"
            type="button"
            aria-pressed={chosen.includes(trait)}
            onClick={() => toggle(trait)}
          >
            {called[trait] ?? trait}
          </button>
        ))}
      </p>
    </div>
  );
}
