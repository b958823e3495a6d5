/** Somebody new in a few words, which a mind makes into the form below it. */
import { useState } from 'preact/hooks';
import type { NewcomersOf, Sketch } from '../../town/newcomers.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';

const LONGEST = 1000;

interface Props {
  server: NewcomersOf;
  text: string;
  write: (text: string) => void;
  /** What came of the words last. */
  sketch: Sketch | null;
  take: (sketch: Sketch) => void;
}

export function Described({ server, text, write, sketch, take }: Props) {
  const says = words().own;
  const [draw, setDraw] = useState(0);
  const [asking, setAsking] = useState(false);
  const [wrong, setWrong] = useState('');
  const ask = async (next: number) => {
    setAsking(true);
    setWrong('');
    const asked = await server.sketch({ text: text.trim(), draw: next });
    setAsking(false);
    setDraw(next);
    if (asked.done) take(asked.sketch);
    else setWrong(asked.reason);
  };
  const empty = text.trim() === '';
  return (
    <div class="own-words">
      <Field label={says.described}>
        {(id) => (
          <textarea
            id={id}
            rows={3}
            maxLength={LONGEST}
            value={text}
            placeholder={says.describedExample}
            onInput={(event) => write(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="own-ask">
        <button class="key" type="button" disabled={empty || asking} onClick={() => void ask(0)}>
          {says.sketch}
        </button>
        {sketch !== null && (
          <button class="plain" type="button" disabled={empty || asking} onClick={() => void ask(draw + 1)}>
            🎲 {says.again}
          </button>
        )}
        <span role="status">{asking ? says.reading : sketch === null ? '' : readBy(sketch)}</span>
      </div>
      {wrong !== '' && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
    </div>
  );
}

function readBy({ by, why }: Sketch): string {
  const says = words().own;
  if (by !== 'stand_in') return says.readBy[by ?? 'built_in'];
  const reason = why ?? '';
  return says.readBy.stand_in(words().telling.stoodIn[reason] ?? reason);
}
