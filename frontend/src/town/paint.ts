/** When what was played of the log became visible, for measuring the way from an input to the painted frame. */

interface Painted {
  seq: number;
  /** `performance.now()` when the events up to `seq` came in, and after the first frame that shows them was drawn. */
  received: number;
  drawn: number;
}

const KEPT = 500;

export class PaintLog {
  private readonly painted: Painted[] = [];
  private readonly arrivals: { seq: number; at: number }[] = [];
  private waiting: { seq: number; tell: (at: number) => void }[] = [];

  received(seq: number, at: number): void {
    this.arrivals.push({ seq, at });
    if (this.arrivals.length > KEPT) this.arrivals.shift();
  }

  /** A frame was drawn that shows everything up to `seq`. */
  drawn(seq: number, at: number): void {
    if (seq <= (this.painted.at(-1)?.seq ?? -1)) return;
    const received = this.arrivals.find((arrival) => arrival.seq >= seq)?.at ?? at;
    this.painted.push({ seq, received, drawn: at });
    if (this.painted.length > KEPT) this.painted.shift();
    const due = this.waiting.filter((one) => one.seq <= seq);
    this.waiting = this.waiting.filter((one) => one.seq > seq);
    for (const one of due) one.tell(at);
  }

  /** `performance.now()` when event `seq` came in; null if it was there from the start, or long ago. */
  receivedAt(seq: number): number | null {
    return this.painted.find((one) => one.seq >= seq)?.received ?? null;
  }

  /** `performance.now()` of the first drawn frame that showed event `seq`; null if there was none yet. */
  at(seq: number): number | null {
    return this.painted.find((one) => one.seq >= seq)?.drawn ?? null;
  }

  /** Resolves to the same as soon as it is known. */
  when(seq: number): Promise<number> {
    const known = this.at(seq);
    if (known !== null) return Promise.resolve(known);
    return new Promise((tell) => this.waiting.push({ seq, tell }));
  }
}
