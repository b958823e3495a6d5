/** Where a roof keeps the weather off: the floors of buildings that are looked into. In art pixels. */
import type { BlockData } from './art.ts';

/** The tall wall behind a room stands so far above its first row. */
const WALL = 22;

/** The part of the town that is on the screen, in art pixels. */
export interface View {
  x: number;
  y: number;
  width: number;
  height: number;
}

export class Shelter {
  /** Buildings whose roof is on just now: it rains on those. By address. */
  roofed: ReadonlySet<string> = new Set();
  private readonly byTile = new Map<number, string>();
  private readonly across: number;
  private readonly tile: number;

  constructor(blocks: readonly BlockData[], width: number, tile: number) {
    this.tile = tile;
    this.across = Math.ceil(width / tile);
    for (const [sector, left, top, wide, high] of blocks) {
      for (let y = top; y < top + high; y++) {
        for (let x = left; x < left + wide; x++) this.byTile.set(y * this.across + x, sector);
      }
    }
  }

  /** The building over a tile; undefined under the open sky. */
  buildingAt(x: number, y: number): string | undefined {
    return this.byTile.get(Math.floor(y) * this.across + Math.floor(x));
  }

  /** The building that is seen at a point, its back wall or its roof's far edge as well; undefined in the open. */
  buildingSeenAt(x: number, y: number): string | undefined {
    const column = Math.floor(x / this.tile);
    return (
      this.buildingAt(column, Math.floor(y / this.tile)) ?? this.buildingAt(column, Math.floor((y + WALL) / this.tile))
    );
  }

  /** Whether neither rain nor snow comes down to a point. */
  covers(x: number, y: number): boolean {
    const building = this.buildingSeenAt(x, y);
    return building !== undefined && !this.roofed.has(building);
  }
}
