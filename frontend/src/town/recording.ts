/** A span of a town's log, all of it at hand: the town at any moment of it, at once. */
import type { Recorded, StateDocument } from './generated.ts';
import { reduce } from './reduce.ts';

/** So many events lie between two kept states; those share nearly all of their parts. */
const BETWEEN = 200;

/** The town at a moment, and how many events of the span have happened by then. */
interface Moment {
  state: StateDocument;
  played: number;
}

export class Recording {
  readonly from: number;
  readonly upto: number;
  readonly events: readonly Recorded[];
  private readonly kept: Moment[] = [];

  /**
   * `state` is the town after all events of tick `from`; `events` are those after it, in order, up to tick `upto`.
   * `seen` is called once for each of them, with the town after it.
   *
   * Raises:
   *   UnplayableEvent: the events do not fit the state.
   */
  constructor(
    span: { from: number; upto: number },
    state: StateDocument,
    events: readonly Recorded[],
    seen: (recorded: Recorded, town: StateDocument) => void = () => undefined,
  ) {
    this.from = span.from;
    this.upto = span.upto;
    this.events = events;
    let town = state;
    this.kept.push({ state, played: 0 });
    events.forEach((recorded, index) => {
      town = reduce(town, recorded);
      seen(recorded, town);
      if ((index + 1) % BETWEEN === 0) this.kept.push({ state: town, played: index + 1 });
    });
  }

  /** How many events have happened by the end of `tick`. */
  playedBy(tick: number): number {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle]?.tick ?? Infinity) <= tick) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The town after the first `played` events. `from` is an earlier moment at which it is known already, if any. */
  after(played: number, from: Moment | null = null): StateDocument {
    const kept = this.kept[Math.floor(played / BETWEEN)] ?? this.kept[0];
    const start = from !== null && from.played <= played && from.played >= (kept?.played ?? 0) ? from : kept;
    if (start === undefined) throw new RangeError('a recording without its first state');
    return this.events.slice(start.played, played).reduce(reduce, start.state);
  }
}
