/** Who is heard on the map, at every pace of the town: line by line, a talk in one line, or not at all. */
import { Speech } from './speech.ts';

/** Ticks in a real second above which a talk is over before it is read: one line stands for all of it. */
const SUMMED_UP = 12;
/** The same above which a line would be read hours after it was said, by somebody long elsewhere. */
const HUSHED = 60;
/** Length of the line that stands for a talk. */
const BRIEF = 64;

export type Manner = 'lines' | 'brief' | 'hush';

export function mannerAt(ticksPerSecond: number): Manner {
  if (ticksPerSecond > HUSHED) return 'hush';
  return ticksPerSecond > SUMMED_UP ? 'brief' : 'lines';
}

export class Voices {
  private readonly speeches = new Map<string, Speech>();
  private manner: Manner = 'lines';

  /** Takes in the town's pace. */
  keepTo(ticksPerSecond: number): void {
    this.manner = mannerAt(ticksPerSecond);
    if (this.manner === 'hush') for (const speech of this.speeches.values()) speech.hush();
  }

  say(speaker: string, to: readonly string[], text: string, now: number): void {
    if (this.manner === 'hush') return;
    // In a fast town the talk's first line is read to its end, and stands for the rest.
    if (this.manner === 'brief' && [speaker, ...to].some((one) => this.speeches.get(one)?.busy === true)) return;
    this.of(speaker).say(text, now, this.manner === 'brief' ? BRIEF : undefined);
  }

  /** What somebody says just now, and since when. */
  lineOf(speaker: string, now: number): { text: string; since: number } | null {
    const speech = this.speeches.get(speaker);
    const text = speech?.at(now) ?? null;
    return text === null ? null : { text, since: speech?.since ?? now };
  }

  /** Goes on with what is said out of sight, too, and forgets those who have left. */
  advance(now: number, present: { has(id: string): boolean }): void {
    for (const [speaker, speech] of this.speeches) {
      if (present.has(speaker)) speech.at(now);
      else this.speeches.delete(speaker);
    }
  }

  forget(speaker: string): void {
    this.speeches.delete(speaker);
  }

  /** Who has ever said something here. */
  get speakers(): Iterable<string> {
    return this.speeches.keys();
  }

  private of(speaker: string): Speech {
    const known = this.speeches.get(speaker) ?? new Speech();
    this.speeches.set(speaker, known);
    return known;
  }
}
