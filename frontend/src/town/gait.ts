/** How the own body is drawn from tile to tile, at a walking pace of real time. All moments are real milliseconds. */
import type { Heading } from './steering.ts';
import type { Tile } from './generated.ts';

/** 4 tiles a second, whatever the town's speed. */
export const STEP_MS = 250;
/** A correction by the town is glided over: so long, for about two thirds of it. */
const SLIP_MS = 70;
/** In tiles: farther than this, one is simply there. */
const FAR = 4;
/** A page that drew nothing for so long does not make up for the steps of that time. */
const ASLEEP_MS = 400;

export class Gait {
  facing: Heading = 'down';
  private from: Tile;
  private to: Tile | null = null;
  private began = 0;
  private at = 0;
  /** How far the drawing is off from where the body should be, in tiles. */
  private slip: Tile = [0, 0];

  constructor(at: Tile) {
    this.from = at;
  }

  get walking(): boolean {
    return this.to !== null;
  }

  /** Where it is drawn, in tiles. */
  get drawn(): Tile {
    const part = this.to === null ? 0 : Math.min(1, Math.max(0, (this.at - this.began) / STEP_MS));
    const [x, y] = this.from;
    const [toX, toY] = this.to ?? this.from;
    return [x + (toX - x) * part + this.slip[0], y + (toY - y) * part + this.slip[1]];
  }

  /**
   * Lets the time pass until `now`. `next` is asked at the end of each step, and while the body stands, which tile to
   * step on; null stands still. `pressed` is when a standing body was told to go: its step began then.
   */
  advance(now: number, next: () => Tile | null, pressed = now): void {
    const before = this.at;
    this.at = now;
    const fade = Math.exp(-Math.max(0, now - before) / SLIP_MS);
    this.slip = [this.slip[0] * fade, this.slip[1] * fade];
    if (this.to === null) {
      this.begin(next(), Math.max(before, Math.min(pressed, now)));
    }
    while (this.to !== null && now - this.began >= STEP_MS) {
      const end = this.began + STEP_MS;
      this.from = this.to;
      this.to = null;
      this.begin(next(), now - end > ASLEEP_MS ? now : end);
    }
  }

  /** The body is at `tile` after all. */
  correct(tile: Tile): void {
    const [x, y] = this.drawn;
    this.from = tile;
    this.to = null;
    const off: Tile = [x - tile[0], y - tile[1]];
    this.slip = Math.hypot(...off) > FAR ? [0, 0] : off;
  }

  private begin(tile: Tile | null, now: number): void {
    if (tile === null) return;
    this.to = tile;
    this.began = now;
    const [dx, dy] = [tile[0] - this.from[0], tile[1] - this.from[1]];
    if (dx !== 0 || dy !== 0) this.facing = dx !== 0 ? (dx > 0 ? 'right' : 'left') : dy > 0 ? 'down' : 'up';
  }
}
