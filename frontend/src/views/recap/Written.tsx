/** Whose words one reads, where they are not simply the built-in mind's. */
import type { WrittenView } from '../../town/generated.ts';
import { words } from '../../words/language.ts';

/** What texts of the page are marked as, by the English name of the language. */
const CODES: Readonly<Record<string, string>> = {
  English: 'en',
  German: 'de',
  French: 'fr',
  Spanish: 'es',
  Italian: 'it',
  Portuguese: 'pt',
  Dutch: 'nl',
  Japanese: 'ja',
  Chinese: 'zh',
};

/** The language of what is told, as `lang` has it; empty where it is not known. */
export function languageOf(written: WrittenView | undefined): string {
  return CODES[written?.language ?? 'English'] ?? '';
}

/** `model` is said where the town's mind has written. */
export function Written({ written, model }: { written: WrittenView; model: string }) {
  const says = words().recap.written;
  const reasons = words().telling.stoodIn;
  if (written.by === 'built_in' || written.by === 'unasked') return null;
  const text =
    written.by === 'writing'
      ? says.writing
      : written.by === 'model'
        ? model
        : says.standIn(reasons[written.why ?? ''] ?? written.why ?? '');
  return (
    <p class={`written ${written.by}`} role="status" lang={document.documentElement.lang}>
      {written.by === 'writing' && <span class="pen" aria-hidden="true" />}
      {text}
    </p>
  );
}
