/** Somebody new by a file: chosen, dropped or pasted, and to be changed here as text. */
import { useState } from 'preact/hooks';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';

/** Characters; what is longer is no resident's file. */
export const LONGEST_FILE = 40_000;

interface Props {
  text: string;
  write: (text: string) => void;
}

export function FromFile({ text, write }: Props) {
  const says = words().own;
  const [over, setOver] = useState(false);
  const [wrong, setWrong] = useState('');
  const read = async (file: File | null | undefined) => {
    if (file === null || file === undefined) return;
    setWrong('');
    // A character has at most four bytes; what is longer is not even read.
    const read = file.size > 4 * LONGEST_FILE ? null : await file.text();
    if (read === null || read.length > LONGEST_FILE) setWrong(says.fileTooLong(file.name));
    else write(read);
  };
  return (
    <div
      class={`own-file${over ? ' over' : ''}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        void read(event.dataTransfer?.files.item(0));
      }}
    >
      <p class="quiet">{says.fileHelp}</p>
      <Field label={says.chooseFile}>
        {(id) => (
          <input
            id={id}
            type="file"
            accept=".yaml,.yml,.txt"
            onChange={(event) => void read(event.currentTarget.files?.item(0))}
          />
        )}
      </Field>
      {wrong !== '' && (
        <p class="wrong" role="alert">
          {wrong}
        </p>
      )}
      <Field label={says.fileText}>
        {(id) => (
          <textarea
            id={id}
            class="code"
            rows={18}
            maxLength={LONGEST_FILE}
            spellcheck={false}
            value={text}
            placeholder={says.fileExample}
            onInput={(event) => write(event.currentTarget.value)}
          />
        )}
      </Field>
    </div>
  );
}
