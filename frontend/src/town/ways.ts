/** The way over free tiles, for somebody who clicked where they want to go. Tiles are map tiles, ways lead 4 ways. */
import type { Tile } from './generated.ts';

export interface Ground {
  readonly width: number;
  readonly height: number;
  isFree(x: number, y: number): boolean;
}

/** How far from what was clicked one may come to stand, where nobody can stand on it itself. */
const NEAR = 4;

export const isSame = (one: Tile, other: Tile): boolean => one[0] === other[0] && one[1] === other[1];

/** Tiles between two tiles along the longer axis: how far one sees and hears. */
export const apart = (one: Tile, other: Tile): number =>
  Math.max(Math.abs(one[0] - other[0]), Math.abs(one[1] - other[1]));

/**
 * The shortest way from `start` to `goal`, without `start` itself; where `goal` can't be stood on or reached, to the
 * nearest tile that can. Null where none is near. Empty: one is there.
 *
 * `shuns` are tiles that one would rather not walk over, such as the rooms of others; a way through them is taken only
 * if there is no other.
 */
export function wayTo(
  ground: Ground,
  start: Tile,
  goal: Tile,
  shuns: (x: number, y: number) => boolean = () => false,
): Tile[] | null {
  const polite = search(ground, start, goal, shuns);
  if (polite !== null && isSame(polite.at(-1) ?? start, goal)) return polite;
  const any = search(ground, start, goal, () => false);
  if (polite === null || any === null) return polite ?? any;
  return away(any.at(-1) ?? start, goal) < away(polite.at(-1) ?? start, goal) ? any : polite;
}

function search(ground: Ground, start: Tile, goal: Tile, shuns: (x: number, y: number) => boolean): Tile[] | null {
  const { width, height } = ground;
  const cell = (x: number, y: number) => y * width + x;
  const from = new Int32Array(width * height).fill(-1);
  const reached = [cell(...start)];
  from[cell(...start)] = cell(...start);
  let best = reached[0] ?? 0;
  const tileOf = (at: number): Tile => [at % width, Math.floor(at / width)];
  // It grows while it is walked through.
  for (const at of reached) {
    const [x, y] = tileOf(at);
    if (away([x, y], goal) < away(tileOf(best), goal)) best = at;
    if (x === goal[0] && y === goal[1]) break;
    // The axis on which more is left comes first: the way looks like one that a person takes.
    for (const [dx, dy] of Math.abs(goal[0] - x) > Math.abs(goal[1] - y) ? ACROSS : ALONG) {
      const [toX, toY] = [x + dx, y + dy];
      if (toX < 0 || toY < 0 || toX >= width || toY >= height) continue;
      const to = cell(toX, toY);
      if (from[to] !== -1 || !ground.isFree(toX, toY) || shuns(toX, toY)) continue;
      from[to] = at;
      reached.push(to);
    }
  }
  if (away(tileOf(best), goal) > NEAR) return null;
  const way: Tile[] = [];
  for (let at = best; from[at] !== at; at = from[at] ?? at) way.unshift(tileOf(at));
  return way;
}

const ACROSS: readonly Tile[] = [
  [1, 0],
  [-1, 0],
  [0, 1],
  [0, -1],
];
const ALONG: readonly Tile[] = [
  [0, 1],
  [0, -1],
  [1, 0],
  [-1, 0],
];

/** Steps between two tiles if nothing were in the way. */
const away = (one: Tile, other: Tile): number => Math.abs(one[0] - other[0]) + Math.abs(one[1] - other[1]);
