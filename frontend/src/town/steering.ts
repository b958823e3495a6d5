/** Which way the keys that are held lead. Pure. */
import type { Tile } from './generated.ts';

export type Heading = 'up' | 'down' | 'left' | 'right';

const OFFSETS: Readonly<Record<Heading, Tile>> = { up: [0, -1], down: [0, 1], left: [-1, 0], right: [1, 0] };

export const beside = ([x, y]: Tile, heading: Heading): Tile => [x + OFFSETS[heading][0], y + OFFSETS[heading][1]];

export class Steering {
  private held: Heading[] = [];
  /** Pressed and let go again before its step could begin: it is taken all the same. */
  private tapped: Heading | null = null;

  press(heading: Heading): void {
    this.held = [...this.held.filter((other) => other !== heading), heading];
    this.tapped = heading;
  }

  release(heading: Heading): void {
    this.held = this.held.filter((other) => other !== heading);
  }

  /** As if all keys were let go; those that are held lead nowhere until they are pressed anew. */
  stop(): void {
    this.held = [];
    this.tapped = null;
  }

  /** Whether any key asks for a step. */
  get wanted(): boolean {
    return this.held.length > 0 || this.tapped !== null;
  }

  /**
   * The way of the next step: the key that was pressed last, or an older one where that is blocked, so that one slides
   * along a wall. `blocked` is the way that one would look where no step is possible.
   */
  next(isOpen: (heading: Heading) => boolean): { step: Heading | null; blocked: Heading | null } {
    const wishes = [...this.held].reverse();
    if (this.tapped !== null && !wishes.includes(this.tapped)) wishes.unshift(this.tapped);
    this.tapped = null;
    return { step: wishes.find(isOpen) ?? null, blocked: wishes[0] ?? null };
  }
}
