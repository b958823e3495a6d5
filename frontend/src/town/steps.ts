/** Tells the town of the own steps, one message at a time, and finds out which it does not allow. */
import { api, Refusal } from './api.ts';
import type { Tile } from './generated.ts';
import { randomId } from './visitor.ts';

/** The town's word on a step comes within a few hundredths of a second; later than this, it is asked. */
const ASK_MS = 350;
/** Unanswered for so long, a step is not waited for any more. */
const PATIENCE_MS = 8000;

/** Why a step was not taken: the error's name, and the server's words. */
export interface Refused {
  error: string;
  reason: string;
}

export interface StepsListener {
  /** What is to be sent next, and is from now on taken for sent; empty for nothing. */
  takeUnsent(): readonly Tile[];
  /** Nothing that was sent and not confirmed has happened. */
  refused(why: Refused): void;
}

export class Steps {
  private readonly town: string;
  private readonly visitor: string;
  private readonly listener: StepsListener;
  private busy = false;
  /** Counts how often everything that was under way became void. */
  private era = 0;
  /** What the town has been sent and has not spoken of yet, oldest first. */
  private open: { id: number; tiles: number; since: number; taken: boolean }[] = [];
  private asking: ReturnType<typeof setTimeout> | undefined;
  /** The town may speak of steps before its answer to them is here. */
  private early = 0;

  constructor(town: string, visitor: string, listener: StepsListener) {
    this.town = town;
    this.visitor = visitor;
    this.listener = listener;
  }

  /** There may be something to send. */
  flush(): void {
    if (!this.busy) void this.sendAll();
  }

  /** The town has spoken of so many tiles. */
  heard(tiles: number): void {
    this.early += tiles;
    this.settle();
  }

  /** What is under way does not count any more. */
  reset(): void {
    this.era += 1;
    this.open = [];
    this.early = 0;
    clearTimeout(this.asking);
  }

  private async sendAll(): Promise<void> {
    this.busy = true;
    try {
      for (let path = this.listener.takeUnsent(); path.length > 0; path = this.listener.takeUnsent()) {
        const era = this.era;
        try {
          const input = { kind: 'walk' as const, visitor: this.visitor, path: [...path] };
          const { id } = await api.give(this.town, randomId(), input);
          if (era !== this.era) continue;
          this.open.push({ id, tiles: path.length, since: performance.now(), taken: false });
          this.settle();
        } catch (error) {
          if (era === this.era) this.fail(refusedBy(error));
        }
      }
    } finally {
      this.busy = false;
    }
  }

  /** Strikes off what the town has spoken of; asks for the oldest of the rest after a while. */
  private settle(): void {
    for (let first = this.open[0]; first !== undefined && first.tiles <= this.early; first = this.open[0]) {
      this.early -= first.tiles;
      this.open.shift();
    }
    // What was spoken of beyond all that was sent was another page's.
    if (!this.busy && this.open.length === 0) this.early = 0;
    clearTimeout(this.asking);
    if (this.open.length > 0) this.asking = setTimeout(() => void this.ask(this.era), ASK_MS);
  }

  private async ask(era: number): Promise<void> {
    const isOver = ({ since }: { since: number }) => performance.now() - since > PATIENCE_MS;
    const [first] = this.open;
    // It has happened; the page has read that with the whole town, or will once it hears of the town again.
    if (first?.taken === true && isOver(first)) this.open.shift();
    const asked = this.open.find(({ taken }) => !taken);
    if (asked === undefined) {
      this.settle();
      return;
    }
    try {
      const { status, error, reason } = await api.fate(this.town, asked.id);
      if (era !== this.era || !this.open.includes(asked)) return;
      if (status === 'refused') this.fail({ error, reason });
      else if (status === 'waiting' && isOver(asked)) this.fail({ error: 'Late', reason: '' });
      else {
        asked.taken = status === 'applied';
        this.settle();
      }
    } catch (error) {
      if (era === this.era) this.fail(refusedBy(error));
    }
  }

  private fail(why: Refused): void {
    this.reset();
    this.listener.refused(why);
  }
}

/** Raises whatever is no word of the server, nor its absence. */
export function refusedBy(error: unknown): Refused {
  if (error instanceof Refusal) return { error: error.problem, reason: error.message };
  if (error instanceof Error) return { error: 'Away', reason: error.message };
  throw error;
}
