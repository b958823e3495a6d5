// Generated from the server's models by `python -m backend.api.typescript`; changes here are lost.

export const SCHEMA_VERSION = 1;

/** (x, y) in tiles, origin top left, y down. */
export type Tile = [number, number];

export type QuestionKind =
  | "plan_day"
  | "detail_plan"
  | "react"
  | "say"
  | "digest"
  | "rate"
  | "reflect"
  | "answer"
  | "adjudicate";

export type MemoryKind = "observation" | "conversation" | "plan" | "reflection" | "planted";

export type Speed = number | "max";

export type TownStatus = "running" | "waiting" | "paused" | "starting" | "ended";

export type AnyEvent =
  | TownFounded
  | Walked
  | Halted
  | VisitorEntered
  | VisitorMoved
  | VisitorLeft
  | ActionChosen
  | ActionBegun
  | ActionEnded
  | ObjectChanged
  | Announced
  | Asked
  | Answered
  | AnswerLapsed
  | DayPlanned
  | BlockDetailed
  | Remembered
  | Rated
  | Reflected
  | TalkStarted
  | Said
  | TalkEnded
  | NameLearned
  | RelationshipChanged;

export type Frame =
  | SnapshotFrame
  | EventsFrame
  | ClockFrame
  | TokensFrame
  | GoneFrame
  | PongFrame
  | ErrorFrame;

/** What a resident does or is on its way to do (`begun` is null then). */
export interface Action {
  activity: string;
  emoji: string;
  need: string;
  arena: string;
  object: string | null;
  object_state: string | null;
  spot: Tile;
  duration: number;
  asleep: boolean;
  block: number | null;
  why: string;
  cause: string | null;
  cites: string[];
  chosen: number;
  begun: number | null;
  until: number | null;
}

/** The resident has arrived and does it until tick `until`. */
export interface ActionBegun {
  kind: "action_begun";
  resident: string;
  until: number;
}

/** A resident sets out to do something: place, object and spot are claimed from now on. */
export interface ActionChosen {
  kind: "action_chosen";
  resident: string;
  activity: string;
  emoji: string;
  need: string;
  arena: string;
  object: string | null;
  object_state: string | null;
  spot: Tile;
  duration: number;
  asleep: boolean;
  block: number | null;
  why: string;
  cause: string | null;
  cites: string[];
}

export interface ActionEnded {
  kind: "action_ended";
  resident: string;
  how: "done" | "interrupted" | "refused";
  reason: string;
}

/** Words heard by all who are in `arena`; null is everywhere. */
export interface Announced {
  kind: "announced";
  arena: string | null;
  text: string;
  by: string;
}

/** The world had moved on, or the answer was not possible in it. */
export interface AnswerLapsed {
  kind: "answer_lapsed";
  key: string;
  question: QuestionKind;
  resident: string;
  reason: string;
}

/** An answer takes effect; what it leads to follows as events of their own with `cause` = `key`. */
export interface Answered {
  kind: "answered";
  key: string;
  question: QuestionKind;
  resident: string;
  mind: string;
  choice: string;
  cites: string[];
}

/** A question left for a mind. Its retrieved memories count as accessed at this tick. */
export interface Asked {
  kind: "asked";
  key: string;
  question: QuestionKind;
  resident: string;
  effect: number | null;
  memories: string[];
  about: string | null;
}

/** A part of the day's plan, `start` to `end` in ticks. */
export interface Block {
  start: number;
  end: number;
  activity: string;
  need: string;
  emoji: string;
  arena: string;
}

export interface BlockDetailed {
  kind: "block_detailed";
  resident: string;
  block: number;
  actions: PlannedAction[];
  cause: string | null;
}

/** How a town's time goes. */
export interface Clock {
  /** Where the town's clock stands; between two ticks while it runs smoothly. */
  tick: number;
  /** Town-local date and time of that tick, ISO 8601. */
  local: string;
  paused: boolean;
  /** The speed that was asked for, in simulated seconds per real second. */
  speed: Speed;
  /** The speed of the last seconds. */
  reached: number;
  status: TownStatus;
  waiting: Waiting[];
  /** The tick at which it pauses by itself. */
  pause_at: number | null;
  /** The tick up to which it goes on although it is paused. */
  step_to: number | null;
}

/** How the town's time goes, 1 to 10 times a second. May be left out for a slow page. */
export interface ClockFrame {
  type: "clock";
  clock: Clock;
  horizon: Horizon;
  trouble: string | null;
}

export interface DayPlanned {
  kind: "day_planned";
  resident: string;
  day: number;
  blocks: Block[];
  cause: string | null;
}

/** A message of the page that was not understood; the channel stays open. */
export interface ErrorFrame {
  type: "error";
  /** The problem's name, as in the HTTP routes. */
  problem: string;
  detail: string;
}

/** What happened since the last frame, and how far the log is final. `events` may be empty. */
export interface EventsFrame {
  type: "events";
  events: Recorded[];
  horizon: Horizon;
}

/** The town was deleted; the channel closes after it. */
export interface GoneFrame {
  type: "gone";
  detail: string;
}

/** A walk was broken off; the body stands at `at` from this tick on. */
export interface Halted {
  kind: "halted";
  resident: string;
  at: Tile;
}

/** The last position up to which every event is final; nothing past it is shown. */
export interface Horizon {
  tick: number;
  order: number;
  seq: number;
}

export interface Line {
  speaker: string;
  text: string;
  tick: number;
  ends: boolean;
}

export interface NameLearned {
  kind: "name_learned";
  resident: string;
  other: string;
}

/** The state of an object in words. `by` is a resident, a visitor, or null for the director's hand. */
export interface ObjectChanged {
  kind: "object_changed";
  object: string;
  state: string;
  was: string;
  by: string | null;
}

export interface ObjectState {
  state: string;
  by: string | null;
  since: number;
}

export interface OpenQuestion {
  key: string;
  question: QuestionKind;
  resident: string;
  tick: number;
  effect: number | null;
  about: string | null;
}

export interface Plan {
  day: number;
  made: number;
  blocks: Block[];
}

/** One action of a block's detail. Durations are shares of the block and shrink when time is short. */
export interface PlannedAction {
  activity: string;
  need: string;
  emoji: string;
  arena: string;
  object: string | null;
  object_state: string | null;
  duration: number;
}

export interface PongFrame {
  type: "pong";
}

export interface Rated {
  kind: "rated";
  resident: string;
  ratings: Record<string, number>;
  upto: number;
  cause: string | null;
}

/** An event and its position in the log. */
export interface Recorded {
  seq: number;
  tick: number;
  order: number;
  event: AnyEvent;
}

/** The importance taken in since the last reflection starts again from 0. */
export interface Reflected {
  kind: "reflected";
  resident: string;
  cause: string | null;
}

/** What `other` is to a resident. */
export interface Relationship {
  knows_name: boolean;
  closeness: number;
  note: string;
  talked: number | null;
}

export interface RelationshipChanged {
  kind: "relationship_changed";
  resident: string;
  other: string;
  closeness: number;
  note: string;
  cause: string | null;
}

/** A memory was formed (paper, section 4.1). */
export interface Remembered {
  kind: "remembered";
  id: string;
  resident: string;
  memory: MemoryKind;
  text: string;
  importance: number;
  source: Source;
  about: string[];
  percept: string | null;
  news: string | null;
  embedder: string | null;
}

export interface Resident {
  id: string;
  at: Tile;
  walk: Walk | null;
  action: Action | null;
  plan: Plan | null;
  block: number;
  details: Record<string, PlannedAction[]>;
  step: number;
  talk: string | null;
  relationships: Record<string, Relationship>;
}

/** One line of talk. */
export interface Said {
  kind: "said";
  speaker: string;
  to: string[];
  text: string;
  talk: string | null;
  tells: string[];
  ends: boolean;
  cause: string | null;
}

/** The whole town. Always the first frame of a channel that was opened without `after`. */
export interface SnapshotFrame {
  type: "snapshot";
  town: Town;
  scenario: string;
  state: StateDocument;
  seq: number;
  tick: number;
  order: number;
}

/** Where a memory comes from; exactly what can be followed back. */
export interface Source {
  by: "scenario" | "perception" | "speaker" | "conversation" | "intervention" | "thought";
  who: string | null;
  talk: string | null;
  memories: string[];
  question: string | null;
}

/** A town at (tick, order), as `TownState.document` makes it. */
export interface StateDocument {
  tick: number;
  order: number;
  seq: number;
  residents: Record<string, Resident>;
  visitors: Record<string, Visitor>;
  objects: Record<string, ObjectState>;
  talks: Record<string, Talk>;
  questions: Record<string, OpenQuestion>;
}

export interface Talk {
  id: string;
  participants: string[];
  arena: string | null;
  started: number;
  cause: string | null;
  lines: Line[];
}

export interface TalkEnded {
  kind: "talk_ended";
  talk: string;
  reason: string;
}

export interface TalkStarted {
  kind: "talk_started";
  talk: string;
  resident: string;
  participants: string[];
  arena: string | null;
  cause: string | null;
}

/** A piece of an answer to a person while it is being written; the whole text comes as a `said` event. */
export interface TokensFrame {
  type: "tokens";
  question: string;
  resident: string;
  visitor: string;
  text: string;
  /** Number of the piece from 0; a gap means that a piece was lost on its way. */
  index: number;
}

/** A town: what it was made from, and how its time goes. */
export interface Town {
  id: string;
  name: string;
  scenario: string;
  seed: number;
  mind: string;
  /** ISO 8601, UTC. */
  created_at: string;
  /** Town-local date and time of tick 0, ISO 8601; null if its scenario can no longer be read. */
  start: string | null;
  horizon: Horizon;
  clock: Clock;
  /** What went wrong last, in words; null when all is well. */
  trouble: string | null;
}

export interface TownFounded {
  kind: "town_founded";
  schema_version: number;
  scenario: string;
  scenario_hash: string;
  seed: number;
  mind: string;
  start: string;
}

export interface Visitor {
  id: string;
  name: string;
  looks: number;
  at: Tile;
}

export interface VisitorEntered {
  kind: "visitor_entered";
  visitor: string;
  name: string;
  looks: number;
  at: Tile;
}

export interface VisitorLeft {
  kind: "visitor_left";
  visitor: string;
}

/** A person's step: immediate, not one tile a tick. */
export interface VisitorMoved {
  kind: "visitor_moved";
  visitor: string;
  path: Tile[];
}

/** A question that holds the town up. */
export interface Waiting {
  resident: string;
  question: QuestionKind;
  since_tick: number;
  /** How long it has been waited for, in real seconds. */
  seconds: number;
}

/** At path[k] at tick start + k; at its last tile ever after. */
export interface Walk {
  path: Tile[];
  start: number;
}

/** A whole walk, one tile a tick: the body is at path[k] at tick + k. */
export interface Walked {
  kind: "walked";
  resident: string;
  path: Tile[];
}

export type AnyInput = SpeakInput | AnnounceInput | SetObjectInput | EnterInput | WalkInput | LeaveInput;

export type PageFrame = PingFrame;

/** A director makes something known to all who are at a place. */
export interface AnnounceInput {
  kind: "announce";
  place?: string | null;
  text: string;
}

/** A person walks into the town at its gate. */
export interface EnterInput {
  kind: "enter";
  visitor: string;
  name: string;
  looks?: number;
}

export interface LeaveInput {
  kind: "leave";
  visitor: string;
}

export interface PingFrame {
  type: "ping";
}

/** A director changes an object's state, in words. */
export interface SetObjectInput {
  kind: "set_object";
  object: string;
  state: string;
}

/** A person says something to a resident, who answers. */
export interface SpeakInput {
  kind: "speak";
  visitor: string;
  name: string;
  to: string;
  text: string;
}

/** A visitor walks: the tiles after its own, each next to the one before. */
export interface WalkInput {
  kind: "walk";
  visitor: string;
  path: Tile[];
}

export type EventKind = AnyEvent["kind"];

export type InputKind = AnyInput["kind"];
