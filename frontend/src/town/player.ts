/** Plays a town's log onto its state at the pace of the playhead. */
import type { AnyEvent, Recorded, SnapshotFrame, StateDocument } from './generated.ts';
import { EventLog } from './log.ts';
import { Playhead, type ClockReading } from './playhead.ts';
import { reduce } from './reduce.ts';

export type Played = (recorded: Recorded, town: StateDocument) => void;

export class Player {
  state: StateDocument;
  readonly log: EventLog;
  readonly playhead: Playhead;
  private readonly played: Played;

  /** `played` is called for every event, after it has taken effect. */
  constructor(snapshot: SnapshotFrame, now: number, played: Played) {
    this.state = snapshot.state;
    this.log = new EventLog(snapshot.seq);
    this.playhead = new Playhead(snapshot.tick, now);
    this.played = played;
    this.read(snapshot.town.clock, now);
  }

  receive(events: readonly Recorded[], horizon: number): void {
    this.log.receive(events);
    for (const { tick, event } of events) if (isPersonal(event)) this.playhead.hurryTo(tick);
    this.playhead.extend(Math.max(horizon, this.log.ahead().at(-1)?.tick ?? 0));
  }

  read(clock: ClockReading, now: number): void {
    this.playhead.read(clock, now);
  }

  /** Moves on to the moment `now` and plays what is due by then. Returns how many events that were. */
  advance(now: number): number {
    return this.playTo(this.playhead.advance(now));
  }

  /** Shows the newest at once. */
  leap(now: number): number {
    return this.playTo(this.playhead.leap(now));
  }

  /**
   * Raises:
   *   UnplayableEvent: the log and the state do not fit; the town must be read anew.
   */
  private playTo(tick: number): number {
    const due = this.log.take(tick);
    for (const recorded of due) {
      this.state = reduce(this.state, recorded);
      this.played(recorded, this.state);
    }
    return due.length;
  }
}

const VISITOR = 'visitor:';

/** Whether it is the direct effect of what a person did; such things are shown without delay. */
export function isPersonal(event: AnyEvent): boolean {
  switch (event.kind) {
    case 'announced':
    case 'visitor_entered':
    case 'visitor_moved':
    case 'visitor_left':
    case 'visitor_used':
    case 'visitor_stopped':
    case 'emoted':
      return true;
    case 'object_changed':
      return event.by === null || event.by.startsWith(VISITOR);
    case 'said':
      return event.talk === null;
    default:
      return false;
  }
}
