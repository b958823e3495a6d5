/** Which language the page speaks. English is the source; every other catalogue has its type, so it can't lack a word. */
import { effect, signal } from '@preact/signals';
import { de } from './de/index.ts';
import { en, type Words } from './en/index.ts';

const CATALOGUES = { en, de } satisfies Record<string, Words>;

export type Language = keyof typeof CATALOGUES;

/** As its speakers call it. */
export const LANGUAGES: Readonly<Record<Language, string>> = { en: 'English', de: 'Deutsch' };

const KEPT_AS = 'townlet.language';

export const language = signal<Language>(first());

/** All words in the page's language; a view that reads them is drawn anew when the language changes. */
export function words(): Words {
  return CATALOGUES[language.value];
}

/** Has the page speak another language from now on, and on the next visit. */
export function speakIn(chosen: Language): void {
  language.value = chosen;
  localStorage.setItem(KEPT_AS, chosen);
}

/** Has the document tell readers and spelling checkers which language it is in. Returns what ends it. */
export function tellTheDocument(): () => void {
  return effect(() => {
    document.documentElement.lang = language.value;
  });
}

/** What was chosen before, else what the browser asks for, else English. */
function first(): Language {
  if (typeof localStorage === 'undefined') return 'en';
  const wanted = [localStorage.getItem(KEPT_AS) ?? '', ...navigator.languages];
  return wanted.map((tag) => tag.split('-')[0] ?? '').find(isLanguage) ?? 'en';
}

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(CATALOGUES, tag);
}
