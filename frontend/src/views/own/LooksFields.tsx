/** How somebody new looks. */
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { surprising, type Draft } from './draft.ts';

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  note?: string | undefined;
}

type Part = 'skin' | 'hair' | 'hair_style' | 'top' | 'bottom';

export function LooksFields({ draft, change, note }: Props) {
  const says = words().own;
  const { looks } = draft;
  const tables: Record<Part, Readonly<Record<string, string>>> = {
    skin: says.skin,
    hair: says.hair,
    hair_style: says.hairStyle,
    top: says.cloth,
    bottom: says.cloth,
  };
  const toggle = (extra: string) => {
    const rest = looks.extras.filter((one) => one !== extra);
    const extras = rest.length < looks.extras.length ? rest : [...rest, extra];
    change({ looks: { ...looks, extras } });
  };
  return (
    <fieldset class="own-looks">
      <legend>
        {says.looks} {note !== undefined && <small class="note">{note}</small>}
      </legend>
      {(Object.keys(tables) as Part[]).map((part) => (
        <Field key={part} label={says.parts[part]}>
          {(id) => (
            <select
              id={id}
              value={looks[part]}
              onChange={(event) => change({ looks: { ...looks, [part]: event.currentTarget.value } })}
            >
              {Object.entries(tables[part]).map(([name, word]) => (
                <option key={name} value={name}>
                  {word}
                </option>
              ))}
            </select>
          )}
        </Field>
      ))}
      <div class="chips whole" role="group" aria-label={says.extras}>
        {Object.entries(says.worn).map(([extra, word]) => (
          <button
            key={extra}
            class="chip"
            type="button"
            aria-pressed={looks.extras.includes(extra)}
            onClick={() => toggle(extra)}
          >
            {word}
          </button>
        ))}
      </div>
      <button class="plain whole" type="button" onClick={() => change({ looks: surprising(says) })}>
        🎲 {says.surprise}
      </button>
    </fieldset>
  );
}
