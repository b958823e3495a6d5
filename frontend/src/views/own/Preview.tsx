/** Who it would be: its portrait, its first day, and what is to be mended before. */
import { figureOf } from '../../scene/addresses.ts';
import type { ResidentPreview } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import type { Draft } from './draft.ts';
import { LooksFields } from './LooksFields.tsx';

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  preview: ResidentPreview | null;
  busy: boolean;
  promising: boolean;
}

export function Preview({ draft, change, preview, busy, promising }: Props) {
  const says = words().own;
  const name = draft.name.trim();
  return (
    <section class="own-preview" aria-label={says.preview}>
      <div class="own-face">
        <img
          class="portrait"
          src={figureOf(preview?.id ?? 'somebody', draft.looks, 'portrait.png')}
          width={108}
          height={108}
          alt=""
        />
        <div>
          <strong>{name === '' ? '…' : name}</strong>
          <p class="quiet">{draft.traits.map((trait) => says.traits[trait] ?? trait).join(', ')}</p>
        </div>
      </div>
      <LooksFields draft={draft} change={change} />
      <div aria-live="polite" aria-busy={busy}>
        {!promising && <p class="quiet">{says.tellMore}</p>}
        {busy && preview === null && <p class="quiet">{says.thinking}</p>}
        {preview !== null && <Seen preview={preview} />}
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
