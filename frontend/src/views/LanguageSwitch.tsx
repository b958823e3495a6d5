/** Has the page speak another language; each is named as its speakers call it. */
import { language, LANGUAGES, speakIn, words, type Language } from '../words/language.ts';

const OFFERED = Object.keys(LANGUAGES) as Language[];

export function LanguageSwitch() {
  return (
    <div class="languages" role="group" aria-label={words().access.language}>
      {OFFERED.map((one) => (
        <button
          key={one}
          class="chip"
          type="button"
          lang={one}
          aria-pressed={one === language.value}
          onClick={() => speakIn(one)}
        >
          {LANGUAGES[one]}
        </button>
      ))}
    </div>
  );
}
