/** Who is named on the map when there are more bodies than names that can be read. */

/** So many names are on the page at most; the roster leads to everybody else. */
export const MOST_NAMES = 100;
/** So many of them are shown at each zoom; the nearer one looks, the more. */
const SHOWN: Readonly<Record<number, number>> = { 1: 24, 2: 60 };

export interface InCrowd {
  id: string;
  /** Whether it is on the screen. */
  inView: boolean;
  /** How much its name matters; see `rankOf`. */
  rank: number;
}

/** Whether there are so many that those out of sight are left to the roster. */
export function isCrowd(bodies: number): boolean {
  return bodies > MOST_NAMES;
}

/** What a body's name matters by: whom one looks at, who is a guest, who speaks, who is up. */
export function rankOf(body: { selected: boolean; visitor: boolean; speaks: boolean; asleep: boolean }): number {
  if (body.selected) return 4;
  if (body.visitor) return 3;
  if (body.speaks) return 2;
  return body.asleep ? 0 : 1;
}

/**
 * Whose names are on the page, and whose of them are shown, the most important first.
 *
 * `before`: who was named a moment ago and stays so among equals, so that names do not flicker.
 */
export function namedOf(
  bodies: readonly InCrowd[],
  zoom: number,
  before: { has(id: string): boolean },
): { named: InCrowd[]; shown: number } {
  const weight = ({ id, inView, rank }: InCrowd) => (inView ? 10 : 0) + rank + (before.has(id) ? 0.5 : 0);
  const named = bodies
    .map((body) => ({ body, weight: weight(body) }))
    .sort((a, b) => b.weight - a.weight || (a.body.id < b.body.id ? -1 : 1))
    .slice(0, MOST_NAMES)
    .map(({ body }) => body);
  return { named, shown: SHOWN[zoom] ?? MOST_NAMES };
}
