/** How the page says things: states of the clock, places, what somebody does. */
import { placeName } from './addresses.ts';
import type { Clock, QuestionKind, Resident, StateDocument, Waiting } from './generated.ts';
import { positionOf } from './reduce.ts';
import type { Setting } from './setting.ts';

/** What a mind is asked for, as in "waiting for Ana's plan". */
const QUESTION_WORDS: Readonly<Record<QuestionKind, string>> = {
  plan_day: 'plan for the day',
  detail_plan: 'next steps',
  react: 'decision',
  say: 'next words',
  digest: 'thoughts about a talk',
  rate: 'sense of what matters',
  reflect: 'reflection',
  answer: 'answer',
  adjudicate: 'verdict',
  embed: 'memories',
};

export const thinksAbout = (question: QuestionKind): string => QUESTION_WORDS[question];

export function waitingWords(waiting: readonly Waiting[], setting: Setting): string {
  const [first, ...others] = [...waiting].sort((a, b) => b.seconds - a.seconds);
  if (first === undefined) return 'waiting for a mind';
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const whose = `${setting.firstNameOf(first.resident)}’s ${QUESTION_WORDS[first.question]}`;
  return `waiting for ${whose}${more}, ${Math.max(1, Math.round(first.seconds))} s`;
}

/** "30×" or "1,240×". */
export function times(speed: number): string {
  return `${speed < 10 && speed % 1 !== 0 ? speed.toFixed(1) : Math.round(speed).toLocaleString('en')}×`;
}

/** How the time goes; `visited` is whether somebody from outside talks, for whom the town slows down. */
export function clockWords(clock: Clock, setting: Setting | null, visited = false): string {
  const pace = times(clock.reached);
  switch (clock.status) {
    case 'paused':
      return 'Paused';
    case 'starting':
      return 'Waking the town up …';
    case 'ended':
      return 'This town’s life is over; it can still be looked at';
    case 'waiting':
      return setting === null ? 'waiting for a mind' : waitingWords(clock.waiting, setting);
    case 'running':
      if (clock.speed === 'max') return `Running at ${pace}, as fast as it goes`;
      if (clock.reached >= 0.9 * clock.speed) return `Running at ${times(clock.speed)}`;
      return `Running at ${pace} of ${times(clock.speed)}${visited ? ' while a visitor talks' : ''}`;
  }
}

/** Where a resident is: "Café: kitchen", or "outside"; and where it goes. */
export function whereabouts(resident: Resident, tick: number, setting: Setting): string {
  const [x, y] = positionOf(resident, Math.floor(tick));
  const arena = setting.arenaAt(x, y);
  const here = arena === undefined ? 'outside' : placeName(arena);
  const { action } = resident;
  if (action === null || !isUnderway(resident) || action.arena === arena) return here;
  return `${here}, on the way to ${placeName(action.arena)}`;
}

/** What a resident does, in the -ing form: "writing his paper". */
export function doing(resident: Resident, town: StateDocument, setting: Setting): string {
  const talk = resident.talk === null ? undefined : town.talks[resident.talk];
  if (talk !== undefined) {
    const others = talk.participants.filter((id) => id !== resident.id);
    return `talking with ${others.map((id) => setting.firstNameOf(id, town.visitors)).join(' and ')}`;
  }
  return resident.action?.activity ?? 'thinking about what to do next';
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
  return isUnderway(resident) ? `on the way to ${place} for ${activity}` : `${activity}, ${place}`;
}

function isUnderway({ action, walk }: Resident): boolean {
  return action !== null && action.begun === null && walk !== null;
}

/** Questions that others can see somebody think about. */
export const VISIBLE_THOUGHTS: ReadonlySet<QuestionKind> = new Set<QuestionKind>(['say', 'answer', 'react']);
