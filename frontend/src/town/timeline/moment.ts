/** A moment of a town in an address, after its `#`: `at=TICK&who=RESIDENT&x=&y=`. */

export interface Moment {
  tick: number;
  /** Whose panel is open. */
  who: string | null;
  /** The middle of the view, in art pixels. */
  view: { x: number; y: number } | null;
}

/** The moment that an address names; null for none, or for what is no moment. */
export function momentIn(hash: string): Moment | null {
  const told = new URLSearchParams(hash.replace(/^#/, ''));
  const tick = wholeNumber(told.get('at'));
  if (tick === null) return null;
  const [x, y] = [wholeNumber(told.get('x')), wholeNumber(told.get('y'))];
  return { tick, who: told.get('who'), view: x === null || y === null ? null : { x, y } };
}

/** The same as the part of an address after its `#`. */
export function hashOf({ tick, who, view }: Moment): string {
  const told = new URLSearchParams({ at: String(Math.floor(tick)) });
  if (who !== null) told.set('who', who);
  if (view !== null) {
    told.set('x', String(Math.round(view.x)));
    told.set('y', String(Math.round(view.y)));
  }
  return told.toString();
}

function wholeNumber(text: string | null): number | null {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : null;
}
