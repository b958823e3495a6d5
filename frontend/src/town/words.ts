/** How the page says things: states of the clock, places, what somebody does. */
import { placeName } from './addresses.ts';
import type { Clock, QuestionKind, Resident, StateDocument, Waiting } from './generated.ts';
import { positionOf } from './reduce.ts';
import type { Setting } from './setting.ts';
import { words } from '../words/language.ts';

/** What a mind is asked for, as in "waiting for Ana's plan". */
export const thinksAbout = (question: QuestionKind): string => words().telling.questions[question];

function waitingWords(waiting: readonly Waiting[], setting: Setting): string {
  const { clock, whose } = words().telling;
  const [first, ...others] = [...waiting].sort((a, b) => b.seconds - a.seconds);
  if (first === undefined) return clock.waitingForAMind;
  const what = whose(setting.firstNameOf(first.resident), thinksAbout(first.question));
  return clock.waiting(what, others.length, Math.max(1, Math.round(first.seconds)));
}

/** How the time goes; `visited` is whether somebody from outside talks, for whom the town slows down. */
export function clockWords(clock: Clock, setting: Setting | null, visited = false): string {
  const says = words().telling.clock;
  switch (clock.status) {
    case 'paused':
      return says.paused;
    case 'starting':
      return says.starting;
    case 'ended':
      return says.ended;
    case 'waiting':
      return setting === null ? says.waitingForAMind : waitingWords(clock.waiting, setting);
    case 'running':
      if (clock.speed === 'max') return says.atMost(clock.reached);
      if (clock.reached >= 0.9 * clock.speed) return says.running(clock.speed);
      return says.slower(clock.reached, clock.speed, visited);
  }
}

/** What is said while nights pass faster than was asked for, as they do when all are asleep; else null. */
export function nightWords(clock: Clock, town: StateDocument | null): string | null {
  if (town === null || clock.status !== 'running' || clock.speed === 'max') return null;
  if (clock.reached < 1.5 * clock.speed || Object.keys(town.visitors).length > 0) return null;
  const asleep = Object.values(town.residents).every(({ action }) => action?.asleep === true && action.begun !== null);
  return asleep ? words().watching.night(words().telling.times(clock.reached)) : null;
}

/** Where a resident is: "Café: kitchen", or "outside"; and where it goes. */
export function whereabouts(resident: Resident, tick: number, setting: Setting): string {
  const [x, y] = positionOf(resident, Math.floor(tick));
  const arena = setting.arenaAt(x, y);
  const here = arena === undefined ? words().telling.outside : placeName(arena);
  const { action } = resident;
  if (action === null || !isUnderway(resident) || action.arena === arena) return here;
  return words().telling.onTheWay(here, placeName(action.arena));
}

/** What a resident does, in the -ing form: "writing his paper". */
export function doing(resident: Resident, town: StateDocument, setting: Setting): string {
  const talk = resident.talk === null ? undefined : town.talks[resident.talk];
  if (talk !== undefined) {
    const others = talk.participants.filter((id) => id !== resident.id);
    return words().telling.talkingWith(others.map((id) => setting.firstNameOf(id, town.visitors)));
  }
  return resident.action?.activity ?? words().telling.thinkingWhatNext;
}

/** The emoji of what a resident does. */
export function emojiOf({ talk, action }: Resident): string {
  return talk !== null ? '💬' : (action?.emoji ?? '💭');
}

/** What it does, with where that is, in one phrase: "on the way to the café: brewing coffee". */
export function doingWhere(resident: Resident, town: StateDocument, setting: Setting): string {
  const activity = doing(resident, town, setting);
  const { action } = resident;
  if (action === null || resident.talk !== null) return activity;
  const place = placeName(action.arena);
  return isUnderway(resident) ? words().telling.onTheWayFor(place, activity) : `${activity}, ${place}`;
}

function isUnderway({ action, walk }: Resident): boolean {
  return action !== null && action.begun === null && walk !== null;
}

/** Questions that others can see somebody think about. */
export const VISIBLE_THOUGHTS: ReadonlySet<QuestionKind> = new Set<QuestionKind>(['say', 'answer', 'react']);
