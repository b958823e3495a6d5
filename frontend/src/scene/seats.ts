/** Where bodies sit and lie: places on chairs, benches and beds, found by the tile that a body is on. */
import type { Prop, Seat } from './art.ts';

const TILE = 16;
/** A bed is got into from a tile next to it, and beds may be two tiles wide. */
const REACH = 2.3 * TILE;

export class Seats {
  private readonly byTile = new Map<string, Seat>();
  private readonly byObject = new Map<string, Seat[]>();

  constructor(props: readonly Prop[]) {
    for (const prop of props) this.add(prop);
  }

  add(prop: Prop): void {
    for (const seat of prop.people ?? []) {
      const [x, y] = [Math.floor(seat.x / TILE), Math.floor(seat.y / TILE)];
      if (seat.pose !== 'sleep') this.byTile.set(`${x},${y}`, seat);
      else this.addEdge(seat, x, y);
    }
    if (prop.object !== null && prop.people !== undefined) this.byObject.set(prop.object, prop.people);
  }

  /** Who is awake on a bed's tiles sits on it. A sleeper's z is as long as its bed, in pixels. */
  private addEdge(bed: Seat, x: number, y: number): void {
    for (let row = y; row < y + Math.round(bed.z / TILE); row++) {
      this.byTile.set(`${x},${row}`, { x: bed.x, y: row * TILE + 12, z: 0, pose: 'sit_down' });
    }
  }

  /** What one sits on who is on that tile: a chair, or the edge of a bed. */
  chairAt(x: number, y: number): Seat | undefined {
    return this.byTile.get(`${x},${y}`);
  }

  /** The nearest free place to lie on `object`, for a body on tile (x, y). */
  bedOf(object: string, x: number, y: number, taken: ReadonlySet<Seat>): Seat | undefined {
    const from = { x: (x + 0.5) * TILE, y: (y + 0.5) * TILE };
    const distance = (seat: Seat) => Math.hypot(seat.x - from.x, seat.y - from.y);
    return this.byObject
      .get(object)
      ?.filter((seat) => seat.pose === 'sleep' && !taken.has(seat) && distance(seat) < REACH)
      .sort((a, b) => distance(a) - distance(b))[0];
  }
}
