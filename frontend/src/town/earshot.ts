/** Who hears what a visitor says: the same rule as the town's own, `in_earshot` in worker/engine/speaking.py. */
import type { StateDocument, Tile } from './generated.ts';
import { positionOf } from './reduce.ts';
import { apart } from './ways.ts';

/** In tiles along the longer axis, within the same room, or both on the street. */
const EARSHOT = 4;

export interface Hearer {
  id: string;
  at: Tile;
  /** It is there, but hears nothing. */
  asleep: boolean;
  resident: boolean;
}

interface Rooms {
  arenaAt(x: number, y: number): string | undefined;
}

/** Everybody within earshot of somebody at `at`, nearest first; `but` is that somebody. */
export function inEarshot(town: StateDocument, rooms: Rooms, tick: number, at: Tile, but: string): Hearer[] {
  const here = rooms.arenaAt(...at);
  const hearers: Hearer[] = [];
  const consider = (hearer: Hearer) => {
    if (hearer.id === but || apart(hearer.at, at) > EARSHOT) return;
    if (rooms.arenaAt(...hearer.at) === here) hearers.push(hearer);
  };
  for (const one of Object.values(town.residents)) {
    const asleep = one.action?.asleep === true && one.action.begun !== null;
    consider({ id: one.id, at: positionOf(one, Math.floor(tick)), asleep, resident: true });
  }
  for (const one of Object.values(town.visitors)) {
    consider({ id: one.id, at: one.at, asleep: false, resident: false });
  }
  const away = ({ at: [x, y] }: Hearer) => Math.hypot(x - at[0], y - at[1]);
  return hearers.sort((a, b) => away(a) - away(b) || (a.id < b.id ? -1 : 1));
}

/** Whom one speaks to: somebody by name, whoever is nearest, or all who are near. */
export type Aim = { kind: 'nearest' } | { kind: 'all' } | { kind: 'one'; id: string };

/** What becomes of words said now. */
export type Reach =
  | { kind: 'nobody' }
  /** Somebody is near, but sleeps. */
  | { kind: 'asleep'; id: string }
  /** Chosen by name, and not near any more. */
  | { kind: 'away'; id: string }
  | { kind: 'one'; id: string; others: readonly string[] }
  | { kind: 'all'; ids: readonly string[] };

export function reachOf(aim: Aim, near: readonly Hearer[]): Reach {
  const awake = near.filter(({ asleep }) => !asleep);
  const others = (id: string) => awake.filter((one) => one.id !== id).map((one) => one.id);
  if (aim.kind === 'one') {
    const chosen = near.find(({ id }) => id === aim.id);
    if (chosen === undefined) return { kind: 'away', id: aim.id };
    return chosen.asleep ? { kind: 'asleep', id: aim.id } : { kind: 'one', id: aim.id, others: others(aim.id) };
  }
  if (aim.kind === 'all' && awake.length > 0) return { kind: 'all', ids: awake.map(({ id }) => id) };
  // Residents answer: among those who are near, they come first.
  const nearest = awake.find(({ resident }) => resident) ?? awake[0];
  if (nearest === undefined) {
    const sleeper = near.find(({ asleep }) => asleep);
    return sleeper === undefined ? { kind: 'nobody' } : { kind: 'asleep', id: sleeper.id };
  }
  return nearest.resident
    ? { kind: 'one', id: nearest.id, others: others(nearest.id) }
    : { kind: 'all', ids: awake.map(({ id }) => id) };
}
