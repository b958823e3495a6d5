/** Where a body is drawn at a fractional tick, and which way it looks. In tiles. */
import type { Resident, Tile } from '../town/generated.ts';

export type Facing = 'down' | 'up' | 'left' | 'right';

export interface Pose {
  x: number;
  y: number;
  facing: Facing;
  walking: boolean;
}

/** The direction of a step; null if there is none. */
export function towards(dx: number, dy: number): Facing | null {
  if (dx === 0 && dy === 0) return null;
  if (Math.abs(dx) > Math.abs(dy)) return dx > 0 ? 'right' : 'left';
  return dy > 0 ? 'down' : 'up';
}

/**
 * A resident's pose at `tick`: on its path from one tile to the next while it walks; looking at `subject` (what it uses,
 * whom it talks to), or else the way it came, when it stands.
 */
export function poseOf(resident: Resident, tick: number, before: Facing, subject: Tile | null): Pose {
  const { walk } = resident;
  let [x, y] = resident.at;
  let facing = before;
  if (walk !== null) {
    const last = walk.path.length - 1;
    const along = Math.min(Math.max(tick - walk.start, 0), last);
    const step = Math.min(Math.floor(along), Math.max(last - 1, 0));
    const from = walk.path[step] ?? resident.at;
    const to = walk.path[Math.min(step + 1, last)] ?? from;
    const part = along - step;
    x = from[0] + (to[0] - from[0]) * part;
    y = from[1] + (to[1] - from[1]) * part;
    facing = towards(to[0] - from[0], to[1] - from[1]) ?? before;
    if (along < last) return { x, y, facing, walking: true };
  }
  if (subject !== null) facing = towards(subject[0] - x, subject[1] - y) ?? 'down';
  return { x, y, facing, walking: false };
}
