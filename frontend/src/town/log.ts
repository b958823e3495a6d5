/** The part of a town's log that this page has received and not yet shown: in order, without gaps, nothing twice. */
import type { Recorded } from './generated.ts';

export class EventLog {
  /** Number of the last event up to which the log is complete here. A channel is resumed after it. */
  last: number;
  private ready: Recorded[] = [];
  private early = new Map<number, Recorded>();

  constructor(after: number) {
    this.last = after;
  }

  /** Takes in events in any order, known ones included. */
  receive(events: readonly Recorded[]): void {
    for (const recorded of events) {
      if (recorded.seq > this.last) this.early.set(recorded.seq, recorded);
    }
    for (let next = this.early.get(this.last + 1); next !== undefined; next = this.early.get(this.last + 1)) {
      this.early.delete(next.seq);
      this.ready.push(next);
      this.last = next.seq;
    }
  }

  /** Whether an event is missing before ones that are here; the channel must be resumed. */
  get broken(): boolean {
    return this.early.size > 0;
  }

  /** Drops what lies behind a gap, so that a resumed channel can bring it again. */
  mend(): void {
    this.early.clear();
  }

  /** How many events wait to be shown. */
  get waiting(): number {
    return this.ready.length;
  }

  /** The waiting events, oldest first; they stay. */
  ahead(): readonly Recorded[] {
    return this.ready;
  }

  /** Hands out, once, the next events of ticks up to `tick`. */
  take(tick: number): Recorded[] {
    let count = 0;
    while (count < this.ready.length && (this.ready[count]?.tick ?? Infinity) <= tick) count++;
    return count === 0 ? [] : this.ready.splice(0, count);
  }
}
