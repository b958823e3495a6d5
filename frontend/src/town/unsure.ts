/** A line of which the page does not know whether the town has it: sent once more, it is known again and said once. */
import type { Refused } from './steps.ts';
import { randomId } from './visitor.ts';

/** What the page says where no answer came in time, and what the server says that could not keep what it was sent. */
const NO_WORD: ReadonlySet<string> = new Set(['Away', 'Late', 'store-unavailable', 'service-away', 'internal-error']);

/** Whether what was sent may yet happen, or has happened. */
export const isUnsure = ({ error }: Refused): boolean => NO_WORD.has(error);

export class Unsure {
  private last: { to: string | null; text: string; key: string } | null = null;

  /** The key to send a line under: the one it was sent under before, as long as that may have been taken. */
  keyFor(to: string | null, text: string): string {
    const before = this.last?.to === to && this.last.text === text ? this.last : null;
    this.last = before ?? { to, text, key: randomId() };
    return this.last.key;
  }

  /** The town has told what became of the line sent under `key`. */
  settled(key: string): void {
    if (this.last?.key === key) this.last = null;
  }

  /** It was said after all: the same words once more are meant to be said once more. */
  said(text: string): void {
    if (this.last?.text === text) this.last = null;
  }

  forget(): void {
    this.last = null;
  }
}
