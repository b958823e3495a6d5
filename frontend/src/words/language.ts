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

/** The page's language in the way of the reader's country, where the browser tells it: for dates and times. */
export function locale(): string {
  const { value } = language;
  return asked().find((tag) => languageOf(tag) === value) ?? value;
}

/** Has the page speak another language from now on, and on the next visit. */
export function speakIn(chosen: Language): void {
  language.value = chosen;
  try {
    localStorage.setItem(KEPT_AS, chosen);
  } catch {
    // A browser that keeps nothing speaks it for as long as the page is open.
  }
}

/** Has the document tell readers and spelling checkers which language it is in. Returns what ends it. */
export function tellTheDocument(): () => void {
  return effect(() => {
    document.documentElement.lang = language.value;
  });
}

/** What was chosen before, else what the browser asks for, else English. */
function first(): Language {
  const wanted = [kept(), ...asked()];
  return wanted.map(languageOf).find(isLanguage) ?? 'en';
}

function kept(): string {
  try {
    return localStorage.getItem(KEPT_AS) ?? '';
  } catch {
    return ''; // Kept from the page, or there is none, as under Node.
  }
}

/** What the reader's browser asks for; nothing where there is none, as under Node. */
function asked(): readonly string[] {
  return typeof document === 'undefined' ? [] : navigator.languages;
}

/** "de" of "de-AT". */
function languageOf(tag: string): string {
  return tag.split('-')[0] ?? '';
}

function isLanguage(tag: string): tag is Language {
  return Object.hasOwn(CATALOGUES, tag);
}
