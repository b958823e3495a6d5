/** Keeps names and bubbles from covering each other. Screen pixels. */

export interface Box {
  /** Middle. */
  x: number;
  top: number;
  width: number;
  height: number;
}

const GAP = 2;

/** Places boxes one after the other; the first comes to stand where it wants. */
export class Layout {
  private readonly placed: Box[] = [];

  /** Moves `box` down until nothing is in its way. */
  below(box: Box): Box {
    return this.put(box, (other) => other.top + other.height + GAP);
  }

  /** Moves `box` up until nothing is in its way. */
  above(box: Box): Box {
    return this.put(box, (other) => other.top - box.height - GAP * 3);
  }

  /** The first of `places` that is free, taken from now on; null where none is. */
  first(places: readonly Box[]): Box | null {
    const free = places.find((place) => this.isFree(place)) ?? null;
    if (free !== null) this.placed.push(free);
    return free;
  }

  isFree(box: Box): boolean {
    return !this.placed.some((placed) => overlap(placed, box));
  }

  private put(box: Box, past: (other: Box) => number): Box {
    const free = { ...box };
    for (let tries = this.placed.length; tries > 0; tries--) {
      const other = this.placed.find((placed) => overlap(placed, free));
      if (other === undefined) break;
      free.top = past(other);
    }
    this.placed.push(free);
    return free;
  }
}

/** The box moved sideways until it lies between 0 and `width`, and down to 0 if it stands higher. */
export function within(box: Box, width: number): Box {
  const half = Math.min(box.width, width) / 2;
  return { ...box, x: Math.min(Math.max(box.x, half), width - half), top: Math.max(0, box.top) };
}

function overlap(a: Box, b: Box): boolean {
  const across = Math.abs(a.x - b.x) < (a.width + b.width) / 2;
  return across && a.top < b.top + b.height && b.top < a.top + a.height;
}
