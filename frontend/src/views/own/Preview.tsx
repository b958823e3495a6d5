/** Who it would be: its portrait, its first day, and what is to be mended before. */
import { figureOf } from '../../scene/addresses.ts';
import type { ResidentPreview } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import type { Draft, MadeUp } from './draft.ts';
import { LooksFields } from './LooksFields.tsx';

interface Props {
  /** The form that is being filled in; none where a file is looked at. */
  draft: Draft | null;
  change: (part: Partial<Draft>) => void;
  madeUp: MadeUp;
  preview: ResidentPreview | null;
  busy: boolean;
  /** What is missing before anything can be seen; empty: nothing. */
  missing: string;
}

export function Preview({ draft, change, madeUp, preview, busy, missing }: Props) {
  const says = words().own;
  const name = (draft?.name ?? preview?.name ?? '').trim();
  const traits = draft?.traits ?? preview?.traits ?? [];
  const portrait =
    draft === null ? preview?.portrait : figureOf(preview?.id ?? 'somebody', draft.looks, 'portrait.png');
  return (
    <section class="own-preview" aria-label={says.preview}>
      {(draft !== null || preview?.id != null) && (
        <div class="own-face">
          <img class="portrait" src={portrait} width={108} height={108} alt="" />
          <div>
            <strong>{name === '' ? '…' : name}</strong>
            <p class="quiet">{traits.map((trait) => says.traits[trait] ?? trait).join(', ')}</p>
          </div>
        </div>
      )}
      {draft !== null && (
        <LooksFields draft={draft} change={change} note={madeUp.has('looks') ? says.madeUp : undefined} />
      )}
      <div aria-live="polite" aria-busy={busy}>
        {missing !== '' && <p class="quiet">{missing}</p>}
        {busy && preview === null && <p class="quiet">{says.thinking}</p>}
        {preview !== null && missing === '' && <Seen preview={preview} />}
      </div>
    </section>
  );
}

function Seen({ preview }: { preview: ResidentPreview }) {
  const says = words().own;
  if (preview.faults.length > 0)
    return (
      <ul class="own-faults">
        {preview.faults.map((fault) => (
          <li key={`${fault.place} ${fault.message}`} class="wrong">
            {fault.place.startsWith('line ') && <b>{says.faultAt(fault.place)} </b>}
            {fault.message} {fault.remedy}
          </li>
        ))}
      </ul>
    );
  return (
    <>
      <h3>{says.firstDay}</h3>
      {preview.no_day !== '' && <p class="quiet">{preview.no_day}</p>}
      <ol class="own-day">
        {preview.day.map((hour) => (
          <li key={`${hour.begins} ${hour.activity}`}>
            <time>{hour.begins}</time>
            <span aria-hidden="true">{hour.emoji}</span>
            <span>
              {hour.activity}
              <small>{hour.place}</small>
            </span>
          </li>
        ))}
      </ol>
      <details>
        <summary>{says.file}</summary>
        <pre>{preview.file}</pre>
      </details>
    </>
  );
}
