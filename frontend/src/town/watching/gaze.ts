/** Where the director's eye looks: at the best there is to see, without jumping to and fro. Moments are real milliseconds. */
import type { Sight } from './sights.ts';

/** No look is shorter, whatever happens elsewhere. */
export const LEAST_MS = 3500;
/** Before that, only something much better draws the eye away. */
export const HOLD_MS = 9000;
const URGENT = 30;
/** After that, something has to be so much better. */
const BETTER = { factor: 1.25, more: 3 };
/** What was over stays in view for so long: one wants to see how it ended. */
const LINGER_MS = 3000;
/** A look grows dull after a while, and a sight that was left just now does not call at once again. */
const DULL_AFTER_MS = 20_000;
const DULL_PER_S = 0.9;
const MOST_DULL = 45;
const AGAIN_MS = 40_000;
const AGAIN = 0.55;

export interface Look {
  sight: Sight;
  since: number;
  /** When its sight was last to be seen. */
  seen: number;
}

export class Gaze {
  look: Look | null = null;
  private readonly left = new Map<string, number>();

  /** `sights` are those of the moment, best first. Returns what to look at; null while there is nothing. */
  turn(sights: readonly Sight[], now: number): Look | null {
    const { look } = this;
    const still = look === null ? undefined : sights.find(({ key }) => key === look.sight.key);
    if (look !== null && still !== undefined) this.look = { ...look, sight: keep(look.sight, still), seen: now };
    const best = this.bestOf(sights, now);
    if (best !== null && this.isTimeFor(best, now)) this.go(best.sight, now);
    return this.look;
  }

  /** Looks away from everything, as when somebody takes the view into their own hands. */
  close(): void {
    this.look = null;
    this.left.clear();
  }

  private go(sight: Sight, now: number): void {
    if (this.look !== null) this.left.set(this.look.sight.key, now);
    this.look = { sight, since: now, seen: now };
  }

  private bestOf(sights: readonly Sight[], now: number): { sight: Sight; score: number } | null {
    const others = sights
      .filter(({ key }) => key !== this.look?.sight.key)
      .map((sight) => ({ sight, score: sight.score * this.newness(sight.key, now) }));
    return others.reduce<{ sight: Sight; score: number } | null>(
      (best, one) => (best === null || one.score > best.score ? one : best),
      null,
    );
  }

  private isTimeFor(best: { score: number }, now: number): boolean {
    const { look } = this;
    if (look === null) return true;
    const watched = now - look.since;
    if (watched < LEAST_MS) return false;
    if (look.seen < now) return now - look.seen > LINGER_MS;
    const dull = Math.min(MOST_DULL, (Math.max(0, watched - DULL_AFTER_MS) / 1000) * DULL_PER_S);
    const worth = look.sight.score - dull;
    if (watched < HOLD_MS) return best.score > worth + URGENT;
    return best.score > Math.max(0, worth) * BETTER.factor + BETTER.more;
  }

  private newness(key: string, now: number): number {
    const left = this.left.get(key);
    return left !== undefined && now - left < AGAIN_MS ? AGAIN : 1;
  }
}

/** The sight as it is now, with whom one follows first. */
function keep(before: Sight, now: Sight): Sight {
  const [first] = before.who;
  if (first === undefined || !now.who.includes(first)) return now;
  return { ...now, who: [first, ...now.who.filter((id) => id !== first)] };
}
