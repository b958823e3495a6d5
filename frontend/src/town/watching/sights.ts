/** What there is to see in town at a moment, each with what it is worth. Pure: the same town gives the same sights. */
import type { Resident, StateDocument, Talk } from '../generated.ts';
import { positionOf } from '../reduce.ts';
import { freshness, WORTH, type Happening, type Mark } from './marks.ts';

export type Reason = Happening | 'talk' | 'gathering' | 'occasion' | 'burning' | 'on_the_way' | 'at_work' | 'asleep';

export interface Sight {
  /** The same for the same sight a moment later. */
  key: string;
  reason: Reason;
  score: number;
  /** Who is to be seen, the one to follow first; nobody for a thing. */
  who: readonly string[];
  thing: string | null;
  /** What they are about: an occasion's name, an object's state, an activity. */
  about: string;
}

/** Where somebody is: the arena of a tile; undefined on a street. */
export interface Places {
  arenaAt(x: number, y: number): string | undefined;
  isUnusual(object: string, now: StateDocument['objects'][string]): boolean;
}

const TALK = 20;
const EACH_MORE = 6;
/** So many awake in one room are a gathering. */
const MANY = 4;
const GATHERING = 14;
const EACH_THERE = 2.5;
const OCCASION = 36;
/** On the way to an occasion that begins within so many ticks. */
const SOON = 60;
const ON_THE_WAY = 22;
const BURNING = { fresh: 70, last: 24, ticks: 240 };
const DANGER = /burn|fire|flood|leak|smok|explod|brenn|feuer|rauch|überschwemm/i;
const WORK = 6;
const ASLEEP = 1;

export function sightsOf(town: StateDocument, tick: number, marks: readonly Mark[], places: Places): Sight[] {
  const residents = Object.values(town.residents);
  const up = residents.filter((one) => !isAsleep(one));
  const sights = [
    ...marks.map((mark) => ofMark(mark, town, tick)),
    ...Object.values(town.talks).map((talk) => ofTalk(talk, town, marks, tick)),
    ...gatherings(town, up, tick, places),
    ...dangers(town, tick, places),
    ...up.map((one) => ofOne(one, town, tick)),
    ...residents.filter(isAsleep).map((one) => sight(`asleep ${one.id}`, 'asleep', ASLEEP, [one.id])),
  ].filter((one) => one !== null);
  return sights.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
}

function sight(key: string, reason: Reason, score: number, who: readonly string[], about = ''): Sight {
  return { key, reason, score, who, thing: null, about };
}

function ofMark(mark: Mark, town: StateDocument, tick: number): Sight | null {
  // What happens in a talk that goes on is seen with the talk.
  if (mark.talk !== null && mark.talk in town.talks) return null;
  const present = mark.who.filter((id) => id in town.residents || id in town.visitors);
  if (present.length === 0 && mark.thing === null) return null;
  const about = mark.thing === null ? '' : (town.objects[mark.thing]?.state ?? '');
  const score = WORTH[mark.what].score * (0.4 + 0.6 * freshness(mark, tick));
  return { ...sight(keyOf(mark), mark.what, score, present, about), thing: mark.thing };
}

const keyOf = ({ what, who, thing }: Mark) =>
  what === 'with_visitor' ? `visitor ${who.at(-1) ?? ''}` : `${what} ${thing ?? who[0] ?? ''}`;

function ofTalk(talk: Talk, town: StateDocument, marks: readonly Mark[], tick: number): Sight | null {
  const who = talk.participants.filter((id) => id in town.residents || id in town.visitors);
  if (who.length < 2) return null;
  const inIt = marks.filter(
    (mark) => mark.talk === talk.id || (mark.what === 'quarrel' && who.includes(mark.who[0] ?? '')),
  );
  const best = inIt
    .map((mark) => ({ what: mark.what, more: WORTH[mark.what].score * freshness(mark, tick) }))
    .sort((a, b) => b.more - a.more)[0];
  const score = TALK + EACH_MORE * (who.length - 2) + Math.min(talk.lines.length, 6) + (best?.more ?? 0);
  return sight(`talk ${talk.id}`, best?.what ?? 'talk', score, speakerFirst(talk, who));
}

function speakerFirst(talk: Talk, who: readonly string[]): string[] {
  // The first to have spoken stays the one to follow: the view does not jump from line to line.
  const first = talk.lines[0]?.speaker ?? who[0];
  return [...who].sort((a, b) => Number(b === first) - Number(a === first));
}

function gatherings(town: StateDocument, up: readonly Resident[], tick: number, places: Places): Sight[] {
  const rooms = new Map<string, Resident[]>();
  for (const one of up) {
    const arena = places.arenaAt(...positionOf(one, tick));
    if (arena !== undefined) rooms.set(arena, [...(rooms.get(arena) ?? []), one]);
  }
  return [...rooms].flatMap(([arena, there]) => {
    const occasion = Object.values(town.commitments).find(
      (one) => one.arena === arena && one.start <= tick && tick < one.end && Object.keys(one.parties).length > 1,
    );
    const kept = occasion === undefined ? [] : there.filter(({ id }) => id in occasion.parties);
    const who = there.map(({ id }) => id);
    if (occasion !== undefined && kept.length > 1) {
      const first = [...who].sort((a, b) => Number(b === occasion.host) - Number(a === occasion.host));
      return [sight(`in ${arena}`, 'occasion', OCCASION + EACH_THERE * kept.length, first, occasion.what)];
    }
    return there.length < MANY ? [] : [sight(`in ${arena}`, 'gathering', GATHERING + EACH_THERE * there.length, who)];
  });
}

function dangers(town: StateDocument, tick: number, places: Places): Sight[] {
  return Object.entries(town.objects).flatMap(([object, now]) => {
    if (!DANGER.test(now.state) || !places.isUnusual(object, now)) return [];
    const age = Math.min(1, Math.max(0, tick - now.since) / BURNING.ticks);
    const score = BURNING.fresh + (BURNING.last - BURNING.fresh) * age;
    return [{ ...sight(`thing ${object}`, 'burning', score, [], now.state), thing: object }];
  });
}

function ofOne(one: Resident, town: StateDocument, tick: number): Sight {
  const { action, walk, id } = one;
  const block = one.plan?.blocks[one.block];
  const due = block?.commitment == null ? undefined : town.commitments[block.commitment];
  if (due !== undefined && walk !== null && action?.begun === null && Math.abs(due.start - tick) < SOON)
    return sight(`way ${id} ${due.id}`, 'on_the_way', ON_THE_WAY, [id], due.what);
  const doing = action?.begun == null ? 0 : WORK / 2;
  return sight(`doing ${id}`, 'at_work', WORK + doing, [id], action?.activity ?? '');
}

function isAsleep({ action }: Resident): boolean {
  return action?.asleep === true && action.begun !== null;
}
