/**
 * A visitor's own steps: taken on the page at once, told to the town, and corrected by what the town says of them.
 *
 * The town is always right. What the page is ahead of it by is kept tile by tile until the town has confirmed or
 * refused it. Pure: no clock, no network.
 */
import type { Tile } from './generated.ts';
import { isSame } from './ways.ts';

/** So many tiles fit into one message to the town. */
export const MOST_TILES = 8;

export interface Walking {
  /** Where the town last said that the body is. */
  readonly told: Tile;
  /** Tiles walked on the page since then, in order. */
  readonly ahead: readonly Tile[];
  /** How many of them the town has been sent. */
  readonly sent: number;
}

export const standingAt = (at: Tile): Walking => ({ told: at, ahead: [], sent: 0 });

/** The tile that the body is on, or on its way to, as the page shows it. */
export const tileOf = ({ told, ahead }: Walking): Tile => ahead.at(-1) ?? told;

/** A step onto the next tile is taken. */
export const stepped = (walking: Walking, tile: Tile): Walking => ({ ...walking, ahead: [...walking.ahead, tile] });

/** What is to be sent next. */
export const unsent = ({ ahead, sent }: Walking): readonly Tile[] => ahead.slice(sent, sent + MOST_TILES);

/** That has been sent. */
export const sentOff = (walking: Walking): Walking => ({
  ...walking,
  sent: walking.sent + unsent(walking).length,
});

/** The town says that the body walked `path`, its old tile first. Steps that it does not know of yet stay ahead. */
export function confirmed({ ahead, sent }: Walking, path: readonly Tile[]): Walking {
  const tiles = path.slice(1);
  const told = path.at(-1) ?? [0, 0];
  const expected = tiles.every((tile, n) => ahead[n] !== undefined && isSame(tile, ahead[n]));
  // Moved by somebody else, as by another tab of the same visitor: what the page thought is void.
  if (!expected) return standingAt(told);
  return { told, ahead: ahead.slice(tiles.length), sent: Math.max(0, sent - tiles.length) };
}

/** The tiles that a body which stood still on this page was led along, as by another tab of the same visitor. */
export function ledAlong({ told, ahead }: Walking, path: readonly Tile[]): readonly Tile[] {
  const [from, ...tiles] = path;
  return ahead.length === 0 && from !== undefined && isSame(from, told) ? tiles : [];
}

/** The town does not let the body do what was sent: it is where the town last saw it. */
export const refused = ({ told }: Walking): Walking => standingAt(told);

/** The whole town was read anew, without what happened in between: `at` is where the body is in it. */
export function found(walking: Walking, at: Tile): Walking {
  if (isSame(walking.told, at)) return walking;
  const passed = walking.ahead.findIndex((tile) => isSame(tile, at)) + 1;
  if (passed === 0) return standingAt(at);
  return { told: at, ahead: walking.ahead.slice(passed), sent: Math.max(0, walking.sent - passed) };
}
