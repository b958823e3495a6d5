/** What a director did, in one line. */
import { placeName, theThing } from '../addresses.ts';
import type { AnyInput } from '../generated.ts';
import type { Setting } from '../setting.ts';
import { words } from '../../words/language.ts';

/** Fields of an input that name a resident, and those whose words tell what it is about, the first that it has. */
const WHO = ['to', 'resident', 'other'];
const WHAT = ['text', 'state', 'weather', 'mind', 'reason', 'goal', 'description', 'what'];

/** The kind of it, as a noun: "Announcement". */
function deedName({ kind }: AnyInput): string {
  return words().branches.deeds[kind];
}

/** "Whisper · Marta · “The well is dry”". */
export function deedLine(input: AnyInput, setting: Setting): string {
  const told: Readonly<Record<string, unknown>> = { ...input };
  const text = (field: string) => {
    const value = told[field];
    return typeof value === 'string' && value !== '' ? [value] : [];
  };
  const who = WHO.flatMap(text).map((id) => setting.firstNameOf(id));
  const place = text('place').map((address) => placeName(address));
  const thing = text('object').map(theThing);
  const [what] = WHAT.flatMap(text);
  if (input.kind === 'set_weather') return `${deedName(input)} · ${words().telling.weather[input.weather]}`;
  const said = what === undefined ? [] : [words().branches.said(what)];
  return [deedName(input), ...who, ...place, ...thing, ...said].join(' · ');
}

/** A name for a town that lives without it; no longer than names may be. */
export function nameWithout(input: AnyInput, moment: string): string {
  return words().branches.withoutName(deedName(input), moment).slice(0, LONGEST_NAME);
}

export const LONGEST_NAME = 40;
