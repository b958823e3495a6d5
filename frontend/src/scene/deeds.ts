/** How a body is seen to do something: what its arms do, what it holds, and what it carries on its way there. */
import type { Visitor } from '../town/generated.ts';

/** Endings of a figure's frames: arms that hang, both before the chest, one of them up. */
type Arms = '' | 'reach' | 'raise';

export interface Deed {
  /** By turns. */
  arms: readonly [Arms, Arms];
  /** The frames' name of what it holds. */
  item: string | null;
  /** Turns a second. */
  pace: number;
}

const deed = (first: Arms, second: Arms, item: string | null = null, pace = 2): Deed => ({
  arms: [first, second],
  item,
  pace,
});

const STILL = deed('', '');
/** Somebody who speaks. */
export const SPEAKING = deed('', 'raise', null, 1.1);
const SERVING = deed('reach', '', null, 0.8);
const HANDLING = deed('reach', '', null, 2.4);
const WRITING = deed('reach', 'reach', 'pen', 3);
const READING = deed('reach', 'reach', 'book', 1);
const EATING = deed('reach', 'reach', 'fork', 1);
const DRINKING = deed('reach', 'reach', 'cup', 0.6);
const COOKING = deed('reach', 'reach', 'spoon', 2);
const STRETCHING = deed('', 'raise', null, 0.8);
const DIGGING = deed('reach', 'reach', 'rake', 1.2);

/** What tells more than the kind of doing does. */
const BY_WORDS: readonly (readonly [RegExp, Deed])[] = [
  [/\b(guitar|violin|cello|lute|ukulele)/i, deed('reach', 'reach', 'guitar', 3)],
  [/\b(microphone|singing)/i, deed('reach', 'reach', 'microphone', 1)],
  [/\b(piano|harp|accordion|organ|keyboard)\b/i, deed('reach', '', null, 4)],
  [/\b(typing|code|computer|video game|console)/i, deed('reach', 'reach', null, 1)],
  [/\b(weights?|barbell|dumbbell)/i, deed('reach', 'raise', 'weight', 0.9)],
  [/\b(pool|billiard)/i, deed('reach', 'reach', 'cue', 1.2)],
  [/\b(paint|sketch|easel)(?!s\b)/i, deed('raise', 'raise', 'brush', 2)],
  [/\b(photo|camera)/i, deed('reach', 'reach', 'camera', 0.5)],
  [/\b(sweep|mop|broom)/i, deed('reach', 'reach', 'broom', 1.8)],
  [/\bwatering/i, deed('reach', 'reach', 'can', 2)],
  [/\b(stacking|filling the shelves|restock|unpack|parcel|crates?)/i, deed('reach', 'reach', 'box', 1)],
  [/\b(beer|wine|cocktail|at the bar|at the pub|whisky|ale)\b/i, deed('reach', 'reach', 'glass', 0.5)],
  [/\b(lectur|explaining|teaching|speaking|telling|speech)/i, SPEAKING],
];
const BY_NEED: Readonly<Record<string, Deed>> = {
  cook: COOKING,
  dress: STRETCHING,
  drink: DRINKING,
  eat: EATING,
  exercise: STRETCHING,
  garden: DIGGING,
  make: HANDLING,
  music: SPEAKING,
  play: HANDLING,
  read: READING,
  repair: HANDLING,
  sell: SERVING,
  shop: SERVING,
  study: WRITING,
  wash: HANDLING,
  work: WRITING,
  write: WRITING,
};
/** For doings of no known kind. */
const IN_GENERAL: readonly (readonly [RegExp, Deed])[] = [
  [/\b(read|leaf|book)/i, READING],
  [/\b(writ|study|notes|work)/i, WRITING],
  [/\b(eat|meal|breakfast|lunch|dinner|supper|snack)/i, EATING],
  [/\b(drink|coffee|tea\b)/i, DRINKING],
  [/\b(cook|bak|fry|stir|toast)/i, COOKING],
  [/\b(garden|weed|rak|dig)/i, DIGGING],
  [/\b(wash|clean|repair|mend|fix|play|make|making)/i, HANDLING],
  [/\b(exercis|stretch|danc)/i, STRETCHING],
];

/** How somebody does `activity`; `need` is the kind of doing as a scenario's uses name it, or empty. */
export function deedOf(activity: string, need: string): Deed {
  const told = BY_WORDS.find(([words]) => words.test(activity))?.[1];
  // Who drinks at a bar holds a glass; who talks or works there does not.
  if (told !== undefined && (told.item !== 'glass' || need === 'drink' || need === '')) return told;
  return BY_NEED[need] ?? (need === '' ? IN_GENERAL.find(([words]) => words.test(activity))?.[1] : undefined) ?? STILL;
}

const CARRIED: Readonly<Record<string, string>> = {
  read: 'carried_book',
  study: 'carried_book',
  write: 'carried_book',
  work: 'carried_bag',
  sell: 'carried_bag',
  shop: 'carried_bag',
  cook: 'carried_bag',
  drink: 'carried_cup',
  garden: 'can',
};

/** What somebody has along who is on the way to do that; null for empty hands. */
export function carriedTo(need: string): string | null {
  return CARRIED[need] ?? null;
}

const FEELINGS: Readonly<Record<NonNullable<Visitor['emote']>['emote'], Deed>> = {
  wave: deed('raise', '', null, 3),
  clap: deed('reach', '', null, 5),
  dance: deed('raise', 'reach', null, 3),
  heart: deed('reach', 'reach'),
  laugh: deed('', 'reach', null, 4),
  cry: deed('reach', 'reach'),
  nod: STILL,
  shrug: deed('reach', '', null, 1.5),
};

/** What a visitor does with its arms: what it shows of itself goes before what it does. */
export function deedOfVisitor({ doing, emote }: Pick<Visitor, 'doing' | 'emote'>, tick: number): Deed {
  if (emote !== null && tick < emote.until) return FEELINGS[emote.emote];
  return doing === null ? STILL : deedOf(doing.activity, '');
}

/** Which of its two turns a deed is at; `body` keeps people from moving in step. */
export function turnOf({ pace }: Deed, body: string, now: number): 0 | 1 {
  let offset = 0;
  for (const letter of body) offset = (offset * 31 + letter.charCodeAt(0)) % 997;
  return Math.floor((now / 1000) * pace + offset / 7) % 2 === 0 ? 0 : 1;
}

/** Whether somebody lies down to do that, awake. */
export function liesDown(activity: string): boolean {
  return /\b(lying|lies|nap|dozing in bed)/i.test(activity);
}

/** Whether somebody sits on the ground to do that, where there is no chair. */
export function sitsOnTheGround(activity: string): boolean {
  return /\b(on the grass|picnic)/i.test(activity) && !/\b(exercis|playing|standing)/i.test(activity);
}
