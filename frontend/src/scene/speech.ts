/** What somebody says, line after line, each long enough to be read. All times are real milliseconds. */

/** No line is gone before. */
export const LEAST_MS = 2500;
const MOST_MS = 7000;
const MS_PER_LETTER = 55;
/** The same for a line behind which others wait: read at a brisk pace. */
const BRISK = { start: 900, perLetter: 32 };
/** So many lines wait behind the one that is read; in a fast town older ones are left to the panel. */
const WAITING = 2;
/** A line that waited for so long is no news any more. */
const STALE_MS = 9000;
const LETTERS = 120;

interface Line {
  text: string;
  said: number;
}

export class Speech {
  private current: { text: string; since: number } | null = null;
  private waiting: Line[] = [];

  /** `letters`: how long a line may be before it is cut. */
  say(text: string, now: number, letters = LETTERS): void {
    this.waiting.push({ text: shorten(text, letters), said: now });
    if (this.waiting.length > WAITING) this.waiting.shift();
  }

  /** The line to show at the moment `now`; null for none. */
  at(now: number): string | null {
    if (this.current !== null) {
      const { text, since } = this.current;
      if (now - since < (this.waiting.length > 0 ? briskTime(text) : readingTime(text))) return text;
      this.current = null;
    }
    let next = this.waiting.shift();
    while (next !== undefined && now - next.said > STALE_MS) next = this.waiting.shift();
    if (next !== undefined) this.current = { text: next.text, since: now };
    return this.current?.text ?? null;
  }

  /** When the line that is shown came up; null where none is. */
  get since(): number | null {
    return this.current?.since ?? null;
  }

  /** Whether a line is shown or waits to be. */
  get busy(): boolean {
    return this.current !== null || this.waiting.length > 0;
  }

  /** Stops at once, as when the speaker has gone. */
  hush(): void {
    this.current = null;
    this.waiting = [];
  }
}

function readingTime(text: string): number {
  return Math.min(MOST_MS, Math.max(LEAST_MS, 1200 + text.length * MS_PER_LETTER));
}

function briskTime(text: string): number {
  return Math.max(LEAST_MS, BRISK.start + text.length * BRISK.perLetter);
}

/** At most `most` letters, cut between two words. */
export function shorten(text: string, most = LETTERS): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const end = cut.lastIndexOf(' ');
  return `${(end > most / 2 ? cut.slice(0, end) : cut).replace(/[\s,;:.–—-]+$/u, '')}…`;
}
