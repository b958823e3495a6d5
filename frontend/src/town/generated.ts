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
  | "adjudicate"
  | "embed"
  | "tell"
  | "sketch";

export type MemoryKind = "observation" | "conversation" | "plan" | "reflection" | "planted";

export type MarkKind =
  | "intervention"
  | "visitor"
  | "talk"
  | "news"
  | "reflection"
  | "made"
  | "kept"
  | "broken"
  | "refusal"
  | "bookmark"
  | "fired"
  | "expired";

export type StepKind =
  | "did"
  | "perceived"
  | "reacted"
  | "replanned"
  | "replied"
  | "told"
  | "reflected"
  | "believed"
  | "aimed"
  | "agreed"
  | "declined"
  | "kept"
  | "broken";

export type MindChoice = "rules" | "model" | "auto";

export type Weather = "clear" | "rain" | "storm" | "snow" | "fog" | "heat";

export type Speed = number | "max";

export type TownStatus = "running" | "waiting" | "paused" | "starting" | "ended";

export type AnyEvent =
  | TownFounded
  | WeatherChanged
  | ResidentAdded
  | ResidentRemoved
  | PersonaEdited
  | PlaceClosed
  | PlaceOpened
  | FoundShut
  | ResidentMoved
  | Walked
  | Halted
  | Met
  | Knocked
  | LetIn
  | VisitorEntered
  | VisitorMoved
  | VisitorLeft
  | VisitorUsed
  | VisitorStopped
  | Emoted
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
  | Embedded
  | TalkStarted
  | Said
  | TalkEnded
  | NameLearned
  | RelationshipChanged
  | TalkJoined
  | TalkLeft
  | Offered
  | OfferAnswered
  | CommitmentSettled
  | BodyChanged
  | Believed
  | GoalSet
  | MindSet
  | Followed
  | Requested
  | RequestJudged
  | RequestCarriedOut
  | SteppedInto
  | SteppedOut
  | Armed
  | ConditionMet
  | Fired
  | Misfired
  | Expired
  | Disarmed;

export type AnyInput =
  | SpeakInput
  | AnnounceInput
  | SetObjectInput
  | SetWeatherInput
  | SetMindInput
  | EnterInput
  | WalkInput
  | LeaveInput
  | UseObjectInput
  | EmoteInput
  | FollowInput
  | AddResidentInput
  | RemoveResidentInput
  | EditPersonaInput
  | WhisperInput
  | PlantMemoryInput
  | EditGoalInput
  | EditRelationshipInput
  | SpeakAsInput
  | RequestInput
  | CarryOutInput
  | StepIntoInput
  | StepOutInput
  | ActAsInput
  | ClosePlaceInput
  | OpenPlaceInput
  | MoveResidentInput
  | MakeCommitmentInput
  | CancelCommitmentInput
  | ArmInput
  | DisarmInput;

export type Condition =
  | ArrivesAt
  | ThingIs
  | TalkBegins
  | NewsKnown
  | HeardOf
  | WeatherIs
  | ClockShows
  | WordGiven;

export type Deed =
  | AnnounceInput
  | SetObjectInput
  | SetWeatherInput
  | SetMindInput
  | WhisperInput
  | PlantMemoryInput
  | EditGoalInput
  | EditRelationshipInput
  | SpeakAsInput
  | RequestInput
  | ClosePlaceInput
  | OpenPlaceInput
  | MoveResidentInput
  | MakeCommitmentInput
  | CancelCommitmentInput
  | RemoveResidentInput
  | EditPersonaInput;

export type Frame =
  | SnapshotFrame
  | EventsFrame
  | ClockFrame
  | TokensFrame
  | GoneFrame
  | PongFrame
  | ErrorFrame;

/** Somebody the resident knows at the start. */
export interface Acquaintance {
  other: string;
  knows_name: boolean;
  closeness: number;
  note: string;
}

/** Who stepped into a resident has it do something. */
export interface ActAsInput {
  kind: "act_as";
  resident: string;
  visitor: string;
  act: "go" | "use" | "say" | "stop";
  place?: string | null;
  tile?: Tile | null;
  object?: string | null;
  use?: string | null;
  to?: string | null;
  text?: string | null;
}

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

/** A director has somebody come to live in the town, checked as a scenario's residents are. */
export interface AddResidentInput {
  kind: "add_resident";
  newcomer: Newcomer;
}

export interface AftermathView {
  intervention: InputView;
  /** In the order of the log; none as long as it waits, or where it was refused. */
  steps: StepView[];
  /** Whether there are more than the first 2000. */
  cut: boolean;
  /** The first memory that carries it: `GET …/memories/{memory}/spread` follows that. Null: nobody has any. */
  memory: string | null;
}

/** A director makes something known to all who are at a place. */
export interface AnnounceInput {
  kind: "announce";
  place?: string | null;
  text: string;
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

/** A resident who is elsewhere or does something else; null for the town in which it does not live. */
export interface ApartView {
  resident: string;
  one: Whereabouts | null;
  other: Whereabouts | null;
  /** The first events about it that are not the same. */
  since: DifferenceView | null;
  /** From what it comes that it is there; null where the difference lies too far back to be followed. */
  trace: TraceOf | null;
}

export interface ArenaView {
  id: string;
  name: string;
  sector: string;
  capacity: number | null;
  rects: [number, number, number, number][];
}

/** A director wants something done as soon as a condition holds, once. */
export interface ArmInput {
  kind: "arm";
  when: Condition;
  do: Deed;
  minutes?: number;
  by?: string;
}

/** An intervention waits for its condition; no resident notices. */
export interface Armed {
  kind: "armed";
  armed: string;
  when: Condition;
  do: Record<string, unknown>;
  by: string;
  until: number;
}

export interface ArmedIntervention {
  id: string;
  when: Condition;
  do: Record<string, unknown>;
  by: string;
  since: number;
  until: number;
  met: number | null;
  who: string | null;
  ended: number | null;
  how: "fired" | "failed" | "expired" | "cancelled" | null;
  reason: string;
  error: string;
}

/** Somebody who was elsewhere comes into a place. */
export interface ArrivesAt {
  condition: "arrives";
  who?: string | null;
  place: string;
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

/** What a director asked of the game master, and how it was judged. */
export interface AskedFor {
  id: string;
  text: string;
  by: string;
  at_once: boolean;
  tick: number;
  verdict: "allowed" | "altered" | "refused" | null;
  reason: string;
  effects: (ThingBecomes | WeatherTurns | WordsGoRound | PlaceShuts | PlaceReopens)[];
  carried_out: number | null;
  carried_out_by: string;
}

/** A question that was put before a mind, and what became of it. */
export interface AskingView {
  key: string;
  question: QuestionKind;
  resident: string;
  about: string | null;
  tick: number;
  /** Local date and time, ISO 8601. */
  local: string;
  /** Best first. */
  grounds: GroundView[];
  /** Who answered: "rules", "model", or "rules:WHY" where the built-in mind stood in; null while it is open. */
  mind: string | null;
  /** What was decided, in few words; for an answer that lapsed, why it did. */
  choice: string;
  lapsed: boolean;
  /** Of a model server, newest first; none where the built-in mind was asked. */
  calls: CallView[];
  /** What the answer led to. */
  effects: Recorded[];
}

export interface Belief {
  statement: string;
  confidence: number;
  about: string[];
  who: string | null;
  memories: string[];
  since: number;
}

/** A resident comes to believe something, more or less firmly; at confidence 0 it gives it up. */
export interface Believed {
  kind: "believed";
  resident: string;
  belief: string;
  statement: string;
  confidence: number;
  about: string[];
  who: string | null;
  memories: string[];
  cause: string | null;
}

/** A part of the day's plan, `start` to `end` in ticks. */
export interface Block {
  start: number;
  end: number;
  activity: string;
  need: string;
  emoji: string;
  arena: string;
  commitment: string | null;
}

export interface BlockDetailed {
  kind: "block_detailed";
  resident: string;
  block: number;
  actions: PlannedAction[];
  cause: string | null;
}

export interface BlockView {
  start: number;
  end: number;
  /** HH:MM. */
  start_local: string;
  end_local: string;
  activity: string;
  need: string;
  emoji: string;
  arena: string;
  /** The entry of the calendar that it keeps. */
  commitment: string | null;
  current: boolean;
  /** Null until the block is about to begin. */
  actions: PlannedAction[] | null;
}

/** How a resident feels, each 0 to 100, as `BodyChanged` says. */
export interface Body {
  energy: number;
  hunger: number;
  company: number;
  mood: number;
  because: string;
  since: number;
}

/** How a resident feels from now on, each 0 to 100. */
export interface BodyChanged {
  kind: "body_changed";
  resident: string;
  energy: number;
  hunger: number;
  company: number;
  mood: number;
  because: string;
}

export interface BookmarkView {
  id: number;
  tick: number;
  note: string;
  /** The resident whom it is about. */
  who: string | null;
  /** The middle of the view, in art pixels. */
  x: number | null;
  y: number | null;
  /** Who made it, by the label of the link; null where that has none. */
  author: string | null;
}

/** A town as one of its family. */
export interface BranchView {
  id: string;
  name: string;
  /** The town that it is a branch of; null for the one that was founded. */
  parent: string | null;
  /** The last tick that it shares with its parent; -1 where it shares none. Null for the one that was founded. */
  fork_tick: number | null;
  /** Town-local date and time of that tick, ISO 8601. */
  fork_local: string | null;
  /** Position of the last event that it shares. */
  fork_seq: number | null;
  /** Id of the input of its parent that it lives without. */
  undone: number | null;
  /** Whether it is the main one of its family. */
  main: boolean;
  /** ISO 8601, UTC. */
  created_at: string;
  horizon: Horizon;
  paused: boolean;
  /** The tick up to which it lives although it is paused. */
  step_to: number | null;
}

/** Of all towns together. A day is one of UTC; null is without a limit. */
export interface Budget {
  /** Whether there is a model at all. */
  on: boolean;
  /** Today. */
  calls: number;
  /** In and out, today. */
  tokens: number;
  /** Today, in the currency of the prices. */
  cost: number;
  tokens_per_day: number | null;
  tokens_left: number | null;
  money_per_day: number | null;
  money_left: number | null;
  calls_per_minute: number | null;
  /** Calls in flight at most. */
  slots: number;
  /** Calls begun in the last minute; null while Redis is away. */
  last_minute: number | null;
  in_flight: number | null;
}

export interface CallDetail {
  id: number;
  /** The question's key. */
  question: string;
  attempt: number;
  resident: string;
  kind: QuestionKind;
  /** When it was asked, in the town's time. */
  tick: number;
  model: string;
  outcome: "ok" | "invalid" | "refused" | "timeout" | "rate_limited" | "server_error" | "cut" | "empty" | "too_long" | "bad_request";
  input_tokens: number;
  /** Of the input tokens. */
  cached_tokens: number;
  output_tokens: number;
  /** In the currency of the prices; null where none is known. */
  cost: number | null;
  latency_ms: number;
  first_token_ms: number | null;
  /** ISO 8601, UTC. */
  made_at: string;
  /** What was wrong with the answer, in words; empty where nothing was. */
  fault: string;
  answer: string;
  prompt: MessageView[];
}

export interface CallPage {
  /** Newest first. */
  calls: CallRecord[];
  /** Send it as `before` for the next page; null on the last one. */
  next: number | null;
}

/** One attempt to have a question answered; what was said is told by the call itself. */
export interface CallRecord {
  id: number;
  /** The question's key. */
  question: string;
  attempt: number;
  resident: string;
  kind: QuestionKind;
  /** When it was asked, in the town's time. */
  tick: number;
  model: string;
  outcome: "ok" | "invalid" | "refused" | "timeout" | "rate_limited" | "server_error" | "cut" | "empty" | "too_long" | "bad_request";
  input_tokens: number;
  /** Of the input tokens. */
  cached_tokens: number;
  output_tokens: number;
  /** In the currency of the prices; null where none is known. */
  cost: number | null;
  latency_ms: number;
  first_token_ms: number | null;
  /** ISO 8601, UTC. */
  made_at: string;
}

export interface CallSummary {
  /** Those with the most calls first. */
  by_question: TallyView[];
  by_resident: TallyView[];
  /** Of all towns together. */
  budget: Budget;
}

/** A call of a model server, without its prompt. */
export interface CallView {
  id: number;
  attempt: number;
  model: string;
  outcome: string;
  fault: string;
  input_tokens: number;
  cached_tokens: number;
  output_tokens: number;
  cost: number | null;
  latency_ms: number;
}

/** A resident takes back what it agreed to; from its host, it is off for all. */
export interface CancelCommitmentInput {
  kind: "cancel_commitment";
  resident: string;
  commitment: string;
}

/** A director has a request carried out, as it was judged. */
export interface CarryOutInput {
  kind: "carry_out";
  request: string;
  by?: string;
}

/** What made their lives differ. */
export interface CauseView {
  /** The one that has it alone. */
  town: string;
  /** What somebody did; null where minds have answered otherwise. */
  input: InputOf | null;
  /** The first event that comes from it. */
  first: EventOf;
  /** How many memories of one of the two alone come from it. */
  memories: number;
  /** … and how many lines of talk. */
  said: number;
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
  /** Nobody paused it. `unwatched`: it costs money and no page has watched it for a while; `unseen`: it was lived ahead and waits for its first viewer. Unpausing lets it go on. */
  paused_because: "unwatched" | "unseen" | null;
}

/** How the town's time goes, 1 to 10 times a second. May be left out for a slow page. */
export interface ClockFrame {
  type: "clock";
  clock: Clock;
  horizon: Horizon;
  trouble: string | null;
  degraded: Degraded | null;
}

/** It is a time of the day, today or tomorrow. */
export interface ClockShows {
  condition: "clock";
  minute: number;
}

/** A building or a room is closed to everybody, staff included, until it is opened again. */
export interface ClosePlaceInput {
  kind: "close_place";
  place: string;
  reason?: string | null;
}

/** A place that a director closed. */
export interface Closure {
  reason: string;
  since: number;
}

/** Something agreed on: what, where, when and with whom. Its parties are in the order in which they were asked. */
export interface Commitment {
  id: string;
  host: string;
  what: string;
  arena: string;
  start: number;
  end: number;
  news: string | null;
  parties: Record<string, Party>;
}

/** Its time is over: the resident was there, or was not. */
export interface CommitmentSettled {
  kind: "commitment_settled";
  commitment: string;
  resident: string;
  how: "kept" | "broken";
  reason: string;
}

export interface CompareView {
  /** The tick up to which both are compared. */
  at: number;
  local: string;
  /** Position of the last event that both have from the same town. */
  shared_seq: number;
  /** Null: up to `at` there is no difference. */
  first: DifferenceView | null;
  /** What somebody did, from which the first difference comes; null where it comes from what minds have answered. */
  cause: InputOf | null;
  /** All from which what is otherwise comes, the earliest first; each difference tells which of them is its own. */
  causes: CauseView[];
  /** Who is elsewhere or does something else at `at`; those first whose life changed first. */
  apart: ApartView[];
  one: SideView;
  other: SideView;
}

/** What it waits for has come about; it is fired with the next tick. */
export interface ConditionMet {
  kind: "condition_met";
  armed: string;
  who: string | null;
}

export interface DayPlanned {
  kind: "day_planned";
  resident: string;
  day: number;
  blocks: Block[];
  because: string;
  cause: string | null;
}

/** The built-in mind stands in for the model; the town lives on. */
export interface Degraded {
  reason: "off" | "budget" | "away";
  /** ISO 8601, UTC. */
  since: string;
}

/** Somebody who lived here and has left for good. */
export interface Departed {
  since: number;
  at: Tile;
}

/** The first events that are not the same; null for the one that has lived nothing more. */
export interface DifferenceView {
  one: EventOf | null;
  other: EventOf | null;
}

/** A director takes back what waits for its condition. */
export interface DisarmInput {
  kind: "disarm";
  armed: string;
  by?: string;
}

/** A director does not want it any more. */
export interface Disarmed {
  kind: "disarmed";
  armed: string;
  by: string;
}

/** What a visitor does with an object. */
export interface Doing {
  object: string;
  use: string;
  activity: string;
  emoji: string;
  pose: "standing" | "sitting" | "lying";
  since: number;
}

/** Gives a resident an aim, changes one of its aims, or ends it. */
export interface EditGoalInput {
  kind: "edit_goal";
  resident: string;
  goal?: string | null;
  text: string;
  status?: "open" | "reached" | "dropped";
}

/** A director rewrites who somebody is; what is left out stays as it is. */
export interface EditPersonaInput {
  kind: "edit_persona";
  resident: string;
  traits?: string[] | null;
  age?: number | null;
  about?: string | null;
  currently?: string | null;
  greeting?: string | null;
}

/** What another is to a resident from now on. The other one's feelings stay as they are. */
export interface EditRelationshipInput {
  kind: "edit_relationship";
  resident: string;
  other: string;
  closeness: number;
  note?: string | null;
}

/** Memories got their vectors from an embedding model; those of another embedder are never compared with them. */
export interface Embedded {
  kind: "embedded";
  resident: string;
  embedder: string;
  cause: string | null;
}

/** A visitor shows what it feels; it is seen above its head up to tick `until`. */
export interface Emoted {
  kind: "emoted";
  visitor: string;
  emote: "wave" | "laugh" | "heart" | "clap" | "dance" | "cry" | "nod" | "shrug";
  until: number;
}

/** A person walks into the town at its gate. */
export interface EnterInput {
  kind: "enter";
  visitor: string;
  name: string;
  looks?: number;
}

/** A message of the page that was not understood; the channel stays open. */
export interface ErrorFrame {
  type: "error";
  /** The problem's name, as in the HTTP routes. */
  problem: string;
  detail: string;
}

/** An event of one of the two, as far as it tells where to look. */
export interface EventOf {
  seq: number;
  tick: number;
  /** Town-local date and time, ISO 8601. */
  local: string;
  kind: string;
  /** Whom it is mainly about. */
  resident: string | null;
}

export interface EventPage {
  events: Recorded[];
  /** Send it as `after` for the next page; null where there is none yet. */
  next: number | null;
  horizon: Horizon;
}

/** What happened since the last frame, and how far the log is final. `events` may be empty. */
export interface EventsFrame {
  type: "events";
  events: Recorded[];
  horizon: Horizon;
}

/** What it waited for never came about. */
export interface Expired {
  kind: "expired";
  armed: string;
}

/** What keeps a scenario from being lived in. */
export interface FaultView {
  file: string;
  place: string;
  message: string;
  remedy: string;
}

export interface FieldView {
  name: string;
  /** What it is filled from. */
  choice: "text" | "line" | "resident" | "place" | "object" | "weather" | "mind" | "aim" | "status" | "closeness" | "importance" | "moment" | "minutes" | "years" | "traits" | "commitment" | "flag" | "self" | "newcomer";
  says: string;
  /** What it means to leave it out; empty where it can't be. */
  left_out: string;
  /** Characters at most; null where it is no text. */
  most: number | null;
}

/** The drawings of somebody who came later, and of its bed. */
export interface Figure {
  /** Base64 of a PNG, as all pictures here. */
  atlas: string;
  /** Of the sheet, as Pixi reads them. */
  frames: unknown;
}

/** One thing that was looked at. */
export interface FindingView {
  part: string;
  fine: boolean;
  /** How it is; where it isn't fine, what to do. */
  words: string;
}

/** The intervention is done now, as if its author sent it; the events that it makes follow. */
export interface Fired {
  kind: "fired";
  armed: string;
}

/** A person keeps its eye on a resident, from its page; it counts for an hour of the town. */
export interface FollowInput {
  kind: "follow";
  visitor: string;
  resident: string;
}

/** Somebody from outside keeps an eye on a resident. It notices nothing; a mind chosen by itself goes by it. */
export interface Followed {
  kind: "followed";
  resident: string;
  visitor: string;
}

/** A resident stands before a place that it did not know to be closed. */
export interface FoundShut {
  kind: "found_shut";
  resident: string;
  place: string;
}

export interface Goal {
  text: string;
  status: "open" | "reached" | "dropped";
  memories: string[];
  since: number;
}

/** A resident sets itself a goal, reaches it or lets go of it. */
export interface GoalSet {
  kind: "goal_set";
  resident: string;
  goal: string;
  text: string;
  status: "open" | "reached" | "dropped";
  memories: string[];
  cause: string | null;
}

/** The town was deleted; the channel closes after it. */
export interface GoneFrame {
  type: "gone";
  detail: string;
}

/** A memory that was put before the mind. */
export interface GroundView {
  memory: MemoryView;
  /** Null where it did not come by its score: the news of the moment, what one might tell. */
  scores: ScoresView | null;
  /** Whether the mind gave it as a ground of its answer. */
  cited: boolean;
}

/** A walk was broken off; the body stands at `at` from this tick on. */
export interface Halted {
  kind: "halted";
  resident: string;
  at: Tile;
}

export interface Health {
  status: "ok";
  version: string;
  database: PartHealth;
  redis: PartHealth;
  /** Worker processes heard of in the last seconds, by queue; a queue without any is missing. */
  workers: Record<string, number>;
}

/** A resident, or so many of them, know of something that went from mouth to mouth. */
export interface HeardOf {
  condition: "heard_of";
  of: "announcement" | "memory" | "belief" | "commitment";
  which: string;
  who?: string | null;
  least?: number;
}

/** The last position up to which every event is final; nothing past it is shown. */
export interface Horizon {
  tick: number;
  order: number;
  seq: number;
}

export interface HourView {
  /** Town-local, "08:30". */
  begins: string;
  activity: string;
  emoji: string;
  /** Where, in words: "The Blue Kettle, main room". */
  place: string;
}

/** Opening or working hours of one weekday, in minutes after midnight; `closes` may pass 1440 (a bar at night). */
export interface Hours {
  opens: number;
  closes: number;
}

/** What somebody did in one of the two alone. */
export interface InputOf {
  town: string;
  id: number;
  input: AnyInput;
  tick: number;
  local: string;
}

/** An input and its fate. */
export interface InputView {
  id: number;
  key: string;
  input: AnyInput;
  /** When its sender wanted it to take effect. */
  at: StampView | null;
  status: "waiting" | "applied" | "refused";
  /** When it took effect. */
  stamp: StampView | null;
  /** Refused: the error's name. */
  error: string;
  /** Refused: what was wrong and what to do. */
  reason: string;
  /** ISO 8601, UTC. */
  received_at: string;
  applied_at: string | null;
}

export interface InterventionView {
  /** The kind of the input. */
  id: string;
  family: "world" | "minds" | "people";
  emoji: string;
  title: string;
  does: string;
  /** What residents notice of it. */
  noticed: string;
  fields: FieldView[];
  /** The input without its kind. */
  example: Record<string, unknown>;
  /** What else one might look for to find it. */
  words: string[];
}

export interface Job {
  title: string;
  workplace: string;
  hours: Hours[][];
  tasks: Task[];
  lunch?: number | null;
}

export interface JobForm {
  title: string;
  workplace: string;
}

/** Whether there is a key, and by what one tells it from another. */
export interface KeyView {
  set: boolean;
  /** Its last four characters; empty where it is short. */
  ending: string;
}

/** Somebody knocks at the door of a home that is not their own; who is in and awake hears it. */
export interface Knocked {
  kind: "knocked";
  resident: string;
  home: string;
}

export interface KnowerView {
  resident: string;
  /** Its first memory of it; null for who was asked to something and has no memory of the words. */
  memory: string | null;
  seq: number;
  tick: number;
  /** Null for those who have it from nobody in town. */
  told: TellingView | null;
  /** How those know whom nobody told; null for the others. */
  origin: OriginView | null;
  /** Where a belief is followed: how firmly it believes what it knows, 0 to 1; null if it does not. */
  believes: number | null;
  /** Where a commitment is followed: how it stands with who was asked; null for who only knows of it. */
  standing: "asked" | "accepted" | "declined" | "kept" | "broken" | null;
}

export interface LayerView {
  name: string;
  terrains: string[];
  /** Per row of the map: terrain number, run length, and so on. 0 is nothing, 1 the first of `terrains`. */
  rows: number[][];
}

export interface LeaveInput {
  kind: "leave";
  visitor: string;
}

/** Something the resident likes to do in its free time. */
export interface Leisure {
  activity: string;
  need: string;
  emoji: string;
  places: string[];
  weight?: number;
  at?: number[];
}

/** A resident opens the own home to somebody: the guest may be in its rooms, but the private ones. */
export interface LetIn {
  kind: "let_in";
  resident: string;
  guest: string;
  home: string;
  until: number;
  cause: string | null;
}

export interface Line {
  speaker: string;
  text: string;
  tick: number;
  ends: boolean;
  seq: number;
}

/** Something said in one of them alone. */
export interface LineOf {
  seq: number;
  tick: number;
  local: string;
  speaker: string;
  to: string[];
  text: string;
  trace: TraceOf | null;
}

/** Parameters of the drawing; names, not colours, so that art may change. */
export interface Looks {
  skin: string;
  hair: string;
  hair_style: string;
  top: string;
  bottom: string;
  extras?: string[];
}

/** What the drawing knows; other names are drawn as something near. */
export interface LooksChoices {
  skin: string[];
  hair: string[];
  hair_style: string[];
  cloth: string[];
  extras: string[];
}

/** Names for the art, see GET /api/figures. */
export interface LooksForm {
  skin?: string;
  hair?: string;
  hair_style?: string;
  top?: string;
  bottom?: string;
  extras?: string[];
}

export interface MadeToken {
  id: string;
  role: Role;
  label: string;
  /** ISO 8601, UTC, as the others. */
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
  /** How many browsers are signed in with it. */
  sessions: number;
  /** Whether whoever asks came in by it. */
  own: boolean;
  /** Told this once; only its hash is kept. */
  secret: string;
  /** The link below the server's address: whoever opens it is signed in. */
  path: string;
}

/** Two residents have agreed to be somewhere together. */
export interface MakeCommitmentInput {
  kind: "make_commitment";
  resident: string;
  other: string;
  what: string;
  place: string;
  start: number;
  minutes?: number;
}

/** All that is of one kind in one bin, told by its first. */
export interface MarkView {
  kind: MarkKind;
  /** Its number, from 0. */
  bin: number;
  count: number;
  /** Of the first. */
  tick: number;
  /** Of the event that it is, or that it led to first; null where nothing happened. */
  seq: number | null;
  /** Residents and visitors it is about. */
  who: string[];
  /** The words of it: what a commitment is about, an item of news, the place of a talk, what was announced. */
  what: string;
  /** Who sent the intervention, by the label of the link; null where nobody knows. */
  author: string | null;
  /** The kind of input that it is; null for what is none. */
  input: string | null;
  /** The input's id, by which it is followed and undone. */
  number: number | null;
  /** The input itself; null for what is none. */
  sent: AnyInput | null;
}

/** Something remembered in one of them alone. */
export interface MemoryOf {
  id: string;
  resident: string;
  seq: number;
  tick: number;
  local: string;
  kind: MemoryKind;
  text: string;
  importance: number;
  trace: TraceOf | null;
}

export interface MemoryPage {
  /** Newest first. */
  memories: MemoryView[];
  /** Send it as `before` for the next page; null on the last one. */
  next: number | null;
}

export interface MemoryTree {
  memory: MemoryView;
  /** Whose memory it is: a teller's, where the one above it was told. */
  resident: string;
  children: MemoryTree[];
  /** Whether it has further roots that are not shown. */
  cut: boolean;
}

export interface MemoryView {
  id: string;
  /** Whose it is. */
  resident: string;
  tick: number;
  /** Local date and time at which it was formed, ISO 8601. */
  local: string;
  seq: number;
  kind: MemoryKind;
  text: string;
  importance: number;
  news: string | null;
  source: Source;
  about: string[];
}

export interface MessageView {
  role: "system" | "user" | "assistant";
  text: string;
}

/** Two bodies came into each other's view: both may notice the other at the close of the tick. */
export interface Met {
  kind: "met";
  resident: string;
  other: string;
}

/** From now on another mind answers the questions of a resident; null is everybody. */
export interface MindSet {
  kind: "mind_set";
  resident: string | null;
  mind: MindChoice;
}

/** … but it cannot be done any more: nothing was changed. */
export interface Misfired {
  kind: "misfired";
  armed: string;
  error: string;
  reason: string;
}

export interface ModelSettingsView {
  base_url: string;
  api_key: KeyView;
  model: string;
  cheap_model: string | null;
  models: Record<string, string>;
  embedding_model: string | null;
  prices: Record<string, PriceView>;
  reasoning_effort: "none" | "minimal" | "low" | "medium" | "high" | null;
  timeout_s: number;
  slots: number;
  calls_per_minute: number | null;
  tokens_per_day: number | null;
  money_per_day: number | null;
}

export interface ModelsCheck {
  fine: boolean;
  findings: FindingView[];
}

/** How the model server is set up, and what it has cost today. */
export interface ModelsView {
  /** `page`: as a director saved it; `environment`: as the server was started; `off`: there is no model. */
  source: "page" | "environment" | "off";
  /** null where there is no model, or what is set can't be used. */
  settings: ModelSettingsView | null;
  /** Why it can't be used, and what to do. */
  fault: string | null;
  /** When a director saved it; ISO 8601, UTC. */
  changed_at: string | null;
  budget: Budget;
}

/** A resident is elsewhere from one moment to the next. */
export interface MoveResidentInput {
  kind: "move_resident";
  resident: string;
  place: string;
}

export interface NameLearned {
  kind: "name_learned";
  resident: string;
  other: string;
  name: string;
}

export interface Newcomer {
  persona: Persona;
  known_by: Acquaintance[];
  bed: TownObject | null;
}

/** An item of news that the town was founded with. */
export interface NewsItemView {
  id: string;
  text: string;
  /** What one can be invited to, as one says it; null where it is no occasion. */
  occasion: string | null;
  /** How many residents know of it by now. */
  knowers: number;
}

/** A resident, or so many of them, know an item of news. */
export interface NewsKnown {
  condition: "knows";
  news: string;
  who?: string | null;
  least?: number;
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

/** A resident accepts or declines; later on, it may take back what it accepted. */
export interface OfferAnswered {
  kind: "offer_answered";
  commitment: string;
  resident: string;
  accepted: boolean;
  reason: string;
  ground: string | null;
  talk: string | null;
  cause: string | null;
}

/** A resident proposes to be somewhere together: an invitation, an appointment, a promise. The first offer of a commitment makes it, with its host as one who has accepted; a later one, with the same id, asks others, too, and may come from anybody who takes part. */
export interface Offered {
  kind: "offered";
  commitment: string;
  resident: string;
  to: string[];
  what: string;
  arena: string;
  start: number;
  end: number;
  news: string | null;
  talk: string | null;
  cause: string | null;
}

/** A place that was closed by hand is as its hours say again. */
export interface OpenPlaceInput {
  kind: "open_place";
  place: string;
}

export interface OpenQuestion {
  key: string;
  question: QuestionKind;
  resident: string;
  tick: number;
  effect: number | null;
  about: string | null;
}

/** How somebody knows what nobody in town told it. */
export interface OriginView {
  how: "knew" | "announced" | "planted" | "saw" | "heard" | "thought";
  /** Of the act that was seen, the announcement or the line from outside; null for what was known from the start. */
  seq: number | null;
  /** Who did or said it: a resident, a visitor, "director"; null where it was nobody. */
  who: string | null;
  /** What was announced or said; the state in which a thing was seen. */
  words: string;
}

/** A line of the box of numbers. */
export interface PaperFigure {
  what: string;
  count: string;
}

export interface PaperParagraph {
  sentences: PaperSentence[];
  /** Lines of talk, each to be set on its own. */
  quoted: boolean;
}

export interface PaperSection {
  title: string;
  paragraphs: PaperParagraph[];
}

export interface PaperSentence {
  /** In the language that `written` names; what is quoted, and parts of which the town's mind tells nothing, are the built-in mind's. */
  text: string;
  /** The moment that it leads to. */
  tick: number;
  /** The events on which it rests, in order; at most 20. */
  seqs: number[];
}

export interface PaperView {
  name: string;
  date: string;
  /** The day's number, 1 on the day the town started. */
  issue: number;
  /** How many days the town has lived, today's begun one too. */
  days: number;
  /** Whether the day was lived to its end; else the paper is as of now. */
  whole: boolean;
  headline: PaperSentence;
  lead: PaperParagraph[];
  sections: PaperSection[];
  figures: PaperFigure[];
  imprint: string;
  written: WrittenView;
}

export interface PartHealth {
  /** How long it took to answer. */
  milliseconds: number;
}

/** What one resident has to do with a commitment. */
export interface Party {
  status: "asked" | "accepted" | "declined" | "kept" | "broken";
  by: string;
  since: number;
  reason: string;
  ground: string | null;
}

export interface Persona {
  id: string;
  name: string;
  age: number;
  pronouns: [string, string, string];
  traits: string[];
  about: string;
  currently: string;
  home: string;
  bed: string;
  wake: number;
  sleep: number;
  meals: number[];
  job: Job | null;
  leisure: Leisure[];
  knows: Acquaintance[];
  places: string[];
  looks: Looks;
  memories?: string[];
  greeting?: string;
  mind?: "rules" | "model" | "auto";
}

/** The fields of a persona that are otherwise than its scenario tells; null where they are not. */
export interface PersonaEdit {
  age: number | null;
  traits: string[] | null;
  about: string | null;
  currently: string | null;
  greeting: string | null;
}

/** Somebody is otherwise than before in what the edit names. Its memories and what others think of it stay. */
export interface PersonaEdited {
  kind: "persona_edited";
  resident: string;
  edit: PersonaEdit;
}

export interface PersonaView {
  id: string;
  name: string;
  age: number;
  pronouns: [string, string, string];
  job: string | null;
  about: string;
  traits: string[];
  home: string;
  looks: Looks;
}

/** All that is drawn of a town, in the file itself. */
export interface Pictures {
  ground: string;
  atlas: string;
  frames: unknown;
  /** What stands where, as `frontend/art` writes it. */
  scene: unknown;
  /** The ground under snow; null where none falls. */
  snow: string | null;
  /** By resident. */
  portraits: Record<string, string>;
  figures: Record<string, Figure>;
}

/** Nobody may be there any more, staff included, until it is opened again. */
export interface PlaceClosed {
  kind: "place_closed";
  place: string;
  reason: string;
}

/** The place is as its hours say again. */
export interface PlaceOpened {
  kind: "place_opened";
  place: string;
}

export interface PlaceReopens {
  effect: "reopen";
  place: string;
}

export interface PlaceShuts {
  effect: "shut";
  place: string;
  why: string;
}

export interface Plan {
  day: number;
  made: number;
  blocks: Block[];
  seq: number;
}

export interface PlanView {
  resident: string;
  /** Number of the local day, 0 on the day the town starts; null before the first plan. */
  day: number | null;
  made: number | null;
  blocks: BlockView[];
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

/** A memory that a resident has from now on. Nothing else changes; nobody else knows of it. */
export interface PlantMemoryInput {
  kind: "plant_memory";
  resident: string;
  text: string;
  source?: string | null;
  importance?: number | null;
}

export interface PongFrame {
  type: "pong";
}

export interface PriceView {
  input: number;
  cached: number | null;
  output: number;
}

export interface Rated {
  kind: "rated";
  resident: string;
  ratings: Record<string, number>;
  upto: number;
  cause: string | null;
}

export interface RecapSentence {
  /** In the language that `written` names. */
  text: string;
  icon: string;
  /** The moment it leads to. */
  tick: number;
  /** The events it was written from, that of its moment first; at most 100. */
  seqs: number[];
  /** Residents and visitors whom it is about, the one to look at first. */
  who: string[];
}

export interface RecapView {
  from_tick: number;
  upto_tick: number;
  /** In the order of their moments, at most 12; empty where everybody went about their day. */
  sentences: RecapSentence[];
  written: WrittenView;
}

/** A memory with how well it fits, each part scaled to 0 to 1 over all that the resident remembers. */
export interface RecollectionView {
  memory: MemoryView;
  scores: ScoresView;
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
  name: string | null;
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
  reason: string;
  cause: string | null;
}

export interface RelationshipView {
  other: string;
  /** Null as long as the resident does not know it. */
  name: string | null;
  knows_name: boolean;
  closeness: number;
  note: string;
  talked: number | null;
  /** Local date and time of the end of their last talk, ISO 8601. */
  talked_local: string | null;
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
  depth: number;
  percept: string | null;
  news: string | null;
  embedder: string | null;
}

/** A director has somebody leave the town for good, from one moment to the next. */
export interface RemoveResidentInput {
  kind: "remove_resident";
  resident: string;
}

/** What a replay's file holds beside its player. */
export interface ReplayData {
  version: number;
  name: string;
  from_tick: number;
  upto_tick: number;
  /** Whether the texts of memories are in it. */
  memories: boolean;
  scenario: ScenarioView;
  /** After all events of `from_tick`, without what goes on in anybody's mind. */
  state: StateDocument;
  /** What could be seen and heard from then on; their `seq` have gaps. */
  events: Recorded[];
  pictures: Pictures;
}

/** A director asks for anything; the game master says whether it may be and what it would change. */
export interface RequestInput {
  kind: "request";
  text: string;
  by?: string;
  at_once?: boolean;
}

/** From here on it is so: the effects that changed anything follow as events of their own. */
export interface RequestCarriedOut {
  kind: "request_carried_out";
  request: string;
  by: string;
}

/** The game master's verdict: what would change, and why so. A preview until it is carried out. */
export interface RequestJudged {
  kind: "request_judged";
  request: string;
  verdict: "allowed" | "altered" | "refused";
  reason: string;
  effects: (ThingBecomes | WeatherTurns | WordsGoRound | PlaceShuts | PlaceReopens)[];
  cause: string | null;
}

/** A director asks for something; nothing in the town changes by it, and no resident notices. */
export interface Requested {
  kind: "requested";
  request: string;
  text: string;
  by: string;
  at_once: boolean;
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
  body: Body;
  beliefs: Record<string, Belief>;
  goals: Record<string, Goal>;
  mind: MindChoice | null;
  stand_in: StandIn | null;
}

/** Somebody comes to live in the town. */
export interface ResidentAdded {
  kind: "resident_added";
  resident: string;
  newcomer: Newcomer;
  at: Tile;
}

/** A resident in the words of whoever makes it. What is not well is told as faults, all at once. */
export interface ResidentForm {
  name: string;
  age?: number;
  pronouns?: string;
  looks?: LooksForm;
  traits?: string[];
  home: string;
  job?: JobForm | null;
  knows?: Record<string, number>;
  wants: string;
  about?: string;
  likes?: string[];
  wake?: string;
}

/** A resident is elsewhere from one moment to the next, by a director's hand. */
export interface ResidentMoved {
  kind: "resident_moved";
  resident: string;
  at: Tile;
}

/** What would come of a form; nothing is changed by looking. */
export interface ResidentPreview {
  /** What is to be mended; empty: it can come. */
  faults: FaultView[];
  id: string | null;
  name: string;
  traits: string[];
  /** Address of its picture. */
  portrait: string;
  /** Its file as a scenario has it; empty where there are faults. */
  file: string;
  /** The plan of its first day with the built-in mind, had it lived there from the town's first day. */
  day: HourView[];
  /** Why there is none, in words. */
  no_day: string;
}

/** Somebody has left the town for good. What others remember of it stays; all that was to come is off before. */
export interface ResidentRemoved {
  kind: "resident_removed";
  resident: string;
  at: Tile;
}

/** Who a resident is, and what it does at the moment. */
export interface ResidentView {
  id: string;
  name: string;
  age: number;
  pronouns: [string, string, string];
  job: string | null;
  home: string;
  about: string;
  currently: string;
  traits: string[];
  tile: Tile;
  /** Address of the place it is at; null on a street. */
  arena: string | null;
  asleep: boolean;
  walking: boolean;
  /** What it does, or is on its way to do. */
  action: Action | null;
  /** The talk it is in. */
  talk: string | null;
}

/** What a token lets its holder do. Without a token nobody may do anything. */
export type Role = "viewer" | "visitor" | "director";

/** One line of talk. */
export interface Said {
  kind: "said";
  speaker: string;
  to: string[];
  text: string;
  talk: string | null;
  aloud: boolean;
  tells: string[];
  ends: boolean;
  cause: string | null;
}

export interface ScenarioSummary {
  id: string;
  title: string;
  summary: string;
  residents: number;
  /** Of its files, by which its pictures are called: /art/HASH; none of a faulty one. */
  hash: string | null;
  /** Empty: a town can be founded on it. */
  faults: FaultView[];
}

/** All that a page needs to draw a town, but for what happens in it. */
export interface ScenarioView {
  id: string;
  title: string;
  summary: string;
  /** Town-local date and time of tick 0, ISO 8601. */
  start: string;
  hash: string;
  world: WorldView;
  /** Per row of the map, a 1 for each tile that one can stand on. */
  walkable: string[];
  seats: Tile[];
  /** From the lowest to the topmost. */
  layers: LayerView[];
  sectors: SectorView[];
  arenas: ArenaView[];
  objects: ThingView[];
  spawns: Record<string, Tile>;
  residents: PersonaView[];
}

/** How well a memory fitted a question, each scaled to 0 to 1 over all candidates (paper, section 4.1). */
export interface ScoresView {
  recency: number;
  importance: number;
  relevance: number;
  total: number;
}

export interface SectorView {
  id: string;
  name: string;
  kind: string;
  private: boolean;
  /** Seven days from Monday, each with spans in minutes after midnight; null is always open. */
  hours: Tile[][] | null;
  residents: string[];
  staff: string[];
  rects: [number, number, number, number][];
}

/** Who a browser, or a script, is to the server. */
export interface SessionView {
  /** Null: nobody, it has to open a link. */
  role: Role | null;
  /** Whom it speaks and walks as; the same for as long as the browser keeps its cookie. */
  visitor: string | null;
  /** What the link's maker called it. */
  label: string;
  /** ISO 8601, UTC. */
  expires_at: string | null;
}

/** A director chooses who answers for a resident. */
export interface SetMindInput {
  kind: "set_mind";
  resident?: string | null;
  mind: "rules" | "model" | "auto";
}

/** A director changes an object's state, in words. */
export interface SetObjectInput {
  kind: "set_object";
  object: string;
  state: string;
}

/** A director makes the weather. */
export interface SetWeatherInput {
  kind: "set_weather";
  weather: "clear" | "rain" | "storm" | "snow" | "fog" | "heat";
}

/** What is in one of the two alone. */
export interface SideView {
  town: string;
  inputs: InputOf[];
  /** The first of them. */
  said: LineOf[];
  said_in_all: number;
  /** The most important of them, oldest first. */
  memories: MemoryOf[];
  memories_in_all: number;
  /** Resident to how much it remembers that it does not in the other. */
  knows_more: Record<string, number>;
}

/** A form that is filled in; nothing is changed by it. */
export interface SketchView {
  form: ResidentForm | null;
  /** What the text tells; the other parts were made up. */
  said: ("name" | "age" | "pronouns" | "traits" | "home" | "job" | "likes" | "knows" | "wants" | "about" | "wake" | "looks")[];
  /** The built-in mind; the town's model; or the built-in mind in its place. */
  by: "built_in" | "model" | "stand_in" | null;
  /** Why it stood in: off, away, budget, timeout, refused, invalid or busy. */
  why: string | null;
  /** Why there is none, in words. */
  no_form: string;
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

/** A person says something to a resident, who answers, or to all in earshot, of whom one answers. */
export interface SpeakInput {
  kind: "speak";
  visitor: string;
  name: string;
  to?: string | null;
  text: string;
}

/** Words of somebody who has no body in town, in a role: a reporter, an inspector. */
export interface SpeakAsInput {
  kind: "speak_as";
  role: string;
  to: string;
  text: string;
}

export interface SpreadView {
  text: string;
  /** In the order in which they came to know. */
  knowers: KnowerView[];
  /** How many live in the town. */
  residents: number;
}

export interface StampView {
  tick: number;
  order: number;
}

/** Somebody from outside who acts for a resident. */
export interface StandIn {
  visitor: string;
  name: string;
  since: number;
}

/** A town at (tick, order), as `TownState.document` makes it. */
export interface StateDocument {
  tick: number;
  order: number;
  seq: number;
  residents: Record<string, Resident>;
  visitors: Record<string, Visitor>;
  newcomers: Record<string, Newcomer>;
  departed: Record<string, Departed>;
  persona_edits: Record<string, PersonaEdit>;
  objects: Record<string, ObjectState>;
  welcomes: Record<string, Welcome>;
  closures: Record<string, Closure>;
  talks: Record<string, Talk>;
  commitments: Record<string, Commitment>;
  weather: Weather;
  requests: Record<string, AskedFor>;
  armed: Record<string, ArmedIntervention>;
  spent: Record<string, ArmedIntervention>;
  mind: MindChoice;
  questions: Record<string, OpenQuestion>;
}

/** A director takes a resident over: its own mind decides nothing until `step_out`. */
export interface StepIntoInput {
  kind: "step_into";
  resident: string;
  visitor: string;
  name?: string;
}

/** An event on the way from a cause to a difference. */
export interface StepOf {
  seq: number;
  tick: number;
  /** Town-local date and time, ISO 8601. */
  local: string;
  kind: string;
  /** Whom it is mainly about. */
  resident: string | null;
  /** Which of the two it is of. */
  town: string;
  /** Whether the log names that it comes of what was before; else that is the nearest that fits. */
  named: boolean;
}

/** The resident is its own again. */
export interface StepOutInput {
  kind: "step_out";
  resident: string;
  visitor: string;
  reason?: "left" | "silent";
}

/** One thing that came of an intervention, as one event of the log tells it. */
export interface StepView {
  kind: StepKind;
  /** Of the event in the log. */
  seq: number;
  tick: number;
  /** Whose step it is: the teller where something was told; null where it is nobody's. */
  resident: string | null;
  /** The step that it follows from, by its `seq`; null for what the intervention itself did. */
  of: number | null;
  /** Who was told, replied to or turned to: a resident or a visitor. */
  other: string | null;
  /** What was perceived, said, planned or believed. */
  words: string;
  /** For what was decided: the option, as "leave" or "talk". */
  choice: string;
  /** For something told: the `seq` of the line. */
  line: number | null;
  /** It was told to somebody else. */
  overheard: boolean;
  /** For what the intervention itself did: the kind of the event. */
  what: string;
  /** For something perceived: the address of the arena in which it was; null under the open sky and for all else. */
  place: string | null;
}

/** From now on the resident does what somebody from outside has it do; its own mind decides nothing. */
export interface SteppedInto {
  kind: "stepped_into";
  resident: string;
  visitor: string;
  name: string;
}

/** The resident is its own again. */
export interface SteppedOut {
  kind: "stepped_out";
  resident: string;
  reason: "left" | "silent" | "gone";
}

export interface Talk {
  id: string;
  participants: string[];
  arena: string | null;
  started: number;
  cause: string | null;
  lines: Line[];
}

/** Two residents begin to talk, or find themselves in one talk. */
export interface TalkBegins {
  condition: "talk";
  one: string;
  other: string;
}

export interface TalkEnded {
  kind: "talk_ended";
  talk: string;
  reason: string;
}

/** Somebody joins a talk that goes on; it hears and may say the lines from now on. */
export interface TalkJoined {
  kind: "talk_joined";
  talk: string;
  resident: string;
  cause: string | null;
}

/** Somebody leaves a talk that goes on without it. */
export interface TalkLeft {
  kind: "talk_left";
  talk: string;
  resident: string;
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

/** What calls add up to. */
export interface TallyView {
  /** A kind of question, or a resident. */
  name: string;
  calls: number;
  /** Attempts that led to no answer. */
  faults: number;
  /** Questions that the built-in mind answered in the model's place. */
  stand_ins: number;
  input_tokens: number;
  cached_tokens: number;
  output_tokens: number;
  cost: number;
  latency_median_ms: number;
  latency_p95_ms: number;
}

/** One thing that a job consists of. `need` picks the object's use at the workplace. */
export interface Task {
  activity: string;
  need: string;
  emoji: string;
  share?: number;
}

/** The line by which somebody came to know. */
export interface TellingView {
  speaker: string;
  /** Of the line in the log. */
  seq: number;
  text: string;
  /** Whether it was said to others. */
  overheard: boolean;
}

export interface ThingBecomes {
  effect: "thing";
  object: string;
  state: string;
}

/** A thing has a state, in the same words; capitals don't matter. */
export interface ThingIs {
  condition: "thing";
  object: string;
  state: string;
}

export interface ThingView {
  id: string;
  name: string;
  kind: string;
  arena: string;
  footprint: Tile[];
  /** Its state at the start, in words. */
  state: string;
  /** What visitors can do with it; empty where it is for staff. */
  uses: UseView[];
}

export interface TieChangeView {
  /** Of the event in the log: `GET …/why/{seq}` tells the question and the talk behind it. */
  seq: number;
  tick: number;
  resident: string;
  other: string;
  was: number;
  closeness: number;
  note: string;
  /** What changed it, one sentence. */
  reason: string;
  /** Key of the question whose answer it is; null where a director did it. */
  cause: string | null;
}

/** Ticks `from_tick` to `upto_tick`, both included, in bins of `size` ticks. */
export interface TimelineView {
  from_tick: number;
  upto_tick: number;
  size: number;
  /** How many events happened in each bin. */
  density: number[];
  /** By their ticks. */
  marks: MarkView[];
  horizon: Horizon;
}

/** A token that was handed out, without its secret. */
export interface TokenView {
  id: string;
  role: Role;
  label: string;
  /** ISO 8601, UTC, as the others. */
  created_at: string;
  expires_at: string | null;
  revoked_at: string | null;
  /** How many browsers are signed in with it. */
  sessions: number;
  /** Whether whoever asks came in by it. */
  own: boolean;
}

/** A piece of an answer to a person while it is being written; the whole text comes as a `said` event. */
export interface TokensFrame {
  type: "tokens";
  question: string;
  resident: string;
  visitor: string;
  text: string;
  /** Number of the piece from 0; a gap means that a piece was lost, another 0 that those before do not count. */
  index: number;
}

/** A town: what it was made from, and how its time goes. */
export interface Town {
  id: string;
  name: string;
  scenario: string;
  /** What it was founded on; the scenario's folder may have changed since. */
  scenario_hash: string;
  seed: number;
  mind: string;
  /** ISO 8601, UTC. */
  created_at: string;
  /** Town-local date and time of tick 0, ISO 8601. */
  start: string;
  horizon: Horizon;
  clock: Clock;
  /** What went wrong last, in words; null when all is well. */
  trouble: string | null;
  /** Why the built-in mind answers for the model; null where it need not. */
  degraded: Degraded | null;
  /** The town that it is a branch of; null for one that was founded. */
  parent: string | null;
  /** The town that its family began with; itself where it was founded. */
  root: string;
  /** The last tick that it shares with its parent; -1 where it shares none. Null for one that was founded. */
  fork_tick: number | null;
  /** Of the one that its family began with: which of them was made the main one; null: itself. Null for a branch. */
  main: string | null;
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

/** A thing that stands somewhere. `id` is its address, `world:sector:arena:name`. */
export interface TownObject {
  id: string;
  name: string;
  kind: string;
  arena: string;
  footprint: Tile[];
  spots: Tile[];
  capacity: number;
  uses: Use[];
  staff_only?: boolean;
  initial?: string;
  ordinary?: string[];
}

/** From what a single difference comes. */
export interface TraceOf {
  /** Which of `causes` it is, counted from 0. */
  cause: number;
  /** Whether it comes of that cause for certain: the log leads there, or nothing else had been done by then that was not done in both. Else it is the nearest cause that fits. */
  certain: boolean;
  /** Through whose lives it went, with the first event of the way in each; of a long way its two ends. */
  passed: StepOf[];
  passed_in_all: number;
}

/** Who has something from whom: what the memories that carry it are told by. */
export interface Trail {
  percepts: string[];
  memories: Record<string, string>;
}

/** One thing that can be done with an object. */
export interface Use {
  need: string;
  activity: string;
  emoji: string;
  state: string;
  minutes?: Tile;
}

/** A visitor does something with an object within its reach. */
export interface UseObjectInput {
  kind: "use_object";
  visitor: string;
  object: string;
  use: string;
}

/** One thing that a visitor can do with an object. */
export interface UseView {
  /** What the input `use_object` calls it: a need, or switch_on, switch_off, open, close. */
  id: string;
  /** A use lasts until the visitor goes; a switch stays as it was left. */
  kind: "use" | "switch";
  /** "sitting on the bench"; of a switch what one does: "switch it on". */
  activity: string;
  emoji: string;
  /** The object's state while it is so used, or from then on. */
  state: string;
  pose: "standing" | "sitting" | "lying";
}

export interface Visitor {
  id: string;
  name: string;
  looks: number;
  at: Tile;
  doing: Doing | null;
  emote: Emote | null;
  since: number;
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

/** A person's step: immediate, not one tile a tick. It ends what the visitor did with an object. */
export interface VisitorMoved {
  kind: "visitor_moved";
  visitor: string;
  path: Tile[];
}

/** A visitor stops what it did with an object, and stands where it is. */
export interface VisitorStopped {
  kind: "visitor_stopped";
  visitor: string;
}

/** A visitor begins to do something with an object, until it moves, leaves, stops or begins something else. The object's new state, where it has one, is an event of its own. */
export interface VisitorUsed {
  kind: "visitor_used";
  visitor: string;
  object: string;
  use: string;
  activity: string;
  emoji: string;
  pose: "standing" | "sitting" | "lying";
  at: Tile;
}

/** Somebody from outside who sent this town an input. */
export interface VisitorView {
  visitor: string;
  /** As they last gave it; empty if they never did. */
  name: string;
  /** Whether their body is in town; who only talks has none. */
  present: boolean;
  muted: boolean;
  removed: boolean;
  /** ISO 8601, UTC. */
  last_input_at: string;
}

/** A question that holds the town up; the engine may say more of it than the page is told. */
export interface Waiting {
  resident: string;
  question: QuestionKind;
  since_tick: number;
  /** How long it has been waited for, in real seconds. */
  seconds: number;
}

/** A whole walk, one tile a tick: the body is at path[k] at tick + k. */
export interface Walked {
  kind: "walked";
  resident: string;
  path: Tile[];
}

export interface WeatherChanged {
  kind: "weather_changed";
  weather: Weather;
}

export interface WeatherIs {
  condition: "weather";
  weather: "clear" | "rain" | "storm" | "snow" | "fog" | "heat";
}

export interface WeatherTurns {
  effect: "weather";
  weather: Weather;
}

/** In whose home somebody is a guest, and until when. */
export interface Welcome {
  home: string;
  host: string;
  until: number;
}

export interface Whereabouts {
  tile: Tile;
  /** Null on a street. */
  arena: string | null;
  action: string | null;
  asleep: boolean;
}

/** A thought that a resident takes as its own, and may follow. */
export interface WhisperInput {
  kind: "whisper";
  resident: string;
  text: string;
}

export interface WhyView {
  /** What is asked about. */
  event: Recorded;
  /** Whose answers it comes from, the nearest first: an action's detail, then the day's plan. */
  questions: AskingView[];
  /** For a memory: those that it was drawn from; for something told, the teller's own. */
  drawn_from: MemoryView[];
  /** For something told: the line that told it. */
  line: Recorded | null;
}

/** A commitment is made, kept or broken. */
export interface WordGiven {
  condition: "commitment";
  how: "made" | "kept" | "broken";
  who?: string | null;
  commitment?: string | null;
}

/** An announcement. */
export interface WordsGoRound {
  effect: "words";
  place: string | null;
  text: string;
}

export interface WorldView {
  name: string;
  width: number;
  height: number;
}

/** Whose words they are. */
export interface WrittenView {
  /** The built-in mind's, for the town has no other, or for the day is not over; its, for nobody has asked the town's mind yet, or that is still writing; the town's mind's; or those of the built-in one in its place. */
  by: "built_in" | "unasked" | "writing" | "model" | "stand_in";
  /** Why the built-in mind stood in: off, away, budget, timeout, refused or invalid. */
  why: string | null;
  /** What they are in, by its English name. */
  language: string;
}

/** A visitor shows what it feels. */
export interface EmoteInput {
  kind: "emote";
  visitor: string;
  emote: "wave" | "laugh" | "heart" | "clap" | "dance" | "cry" | "nod" | "shrug";
}

/** A visitor walks: the tiles after its own, each next to the one before. */
export interface WalkInput {
  kind: "walk";
  visitor: string;
  path: Tile[];
}

/** At path[k] at tick start + k; at its last tile ever after. */
export interface Walk {
  path: Tile[];
  start: number;
}

/** What a visitor shows, up to tick `until`. */
export interface Emote {
  emote: "wave" | "laugh" | "heart" | "clap" | "dance" | "cry" | "nod" | "shrug";
  since: number;
  until: number;
}

export type PageFrame = PingFrame;

/** Where the branch begins: at most one of `tick`, `seq` and `undo`. Left out, it is the town as it is now. */
export interface BranchWish {
  /** Left out, it tells the moment. */
  name?: string | null;
  /** The last tick that it shares, with all that happened in it; the next is its own. */
  tick?: number | null;
  /** An event of the log instead: the last tick that it shares is the one in which this happened. */
  seq?: number | null;
  /** An input's id instead: the branch begins before its tick, takes all later inputs of people at their stamps but this one, and lives on to where the town is; there it pauses. */
  undo?: number | null;
  /** Whether it waits until its clock is set. */
  paused?: boolean;
  /** May be sent as the header Idempotency-Key instead. */
  key?: string | null;
}

/** At least one of these; `step` goes with none of the others. */
export interface ClockWish {
  /** Simulated seconds per real second, or "max". */
  speed?: number | "max" | null;
  pause?: boolean | null;
  /** Pauses, and goes on by so many ticks of 10 simulated seconds. */
  step?: number | null;
  /** The tick at which the running town pauses by itself; null for never. */
  until?: number | null;
}

export interface DescribedResident {
  /** Who it is, in the words of whoever makes it, English or German. */
  text: string;
  /** Another one draws anew what the text leaves open. */
  draw?: number;
}

/** One thing that is wrong in a request. */
export interface FieldFault {
  where: string;
  detail: string;
}

export interface InputWish {
  input: AnyInput;
  /** May be sent as the header Idempotency-Key instead. */
  key?: string | null;
  /** When it is to take effect; left out, as soon as it arrives. */
  at?: Moment | null;
}

/** What is to count from now on, as a whole: what is left out is as it is by itself. */
export interface ModelsWish {
  /** The server's address up to and with /v1. */
  base_url?: string;
  /** Left out, the one that is kept stays, for the same server; "" where the server wants none. */
  api_key?: string | null;
  model: string;
  /** For short questions, of which there are many. */
  cheap_model?: string | null;
  /** By kind of question, before the two above. */
  models?: Record<string, string>;
  /** Left out, the built-in embeddings serve. */
  embedding_model?: string | null;
  /** By model. */
  prices?: Record<string, PriceWish>;
  reasoning_effort?: "none" | "minimal" | "low" | "medium" | "high" | null;
  /** For one attempt, in real seconds. */
  timeout_s?: number;
  /** Calls in flight at most, over all workers. */
  slots?: number;
  calls_per_minute?: number | null;
  /** In and out together. */
  tokens_per_day?: number | null;
  money_per_day?: number | null;
}

/** At least one of these; what is left out stays. */
export interface ModerationWish {
  /** Their words are refused; they can still walk. */
  muted?: boolean | null;
  /** Their body leaves the town, and all that they send it is refused. */
  removed?: boolean | null;
}

/** A position in the town's time that is yet to come. */
export interface Moment {
  tick: number;
  /** Its rank among the inputs of that tick. */
  order?: number;
}

/** A moment that is to be marked, and what is to be seen there. */
export interface NewBookmark {
  /** Idempotency key: a fresh one for each new bookmark. */
  key: string;
  tick: number;
  note: string;
  /** The resident whom it is about. */
  who?: string | null;
  /** The middle of the view, in art pixels (16 a tile), together with `y`. */
  x?: number | null;
  y?: number | null;
}

/** Somebody new: the form or the file, one of the two. */
export interface NewResident {
  form?: ResidentForm | null;
  /** A resident's file as scenarios have it, as text. */
  file?: string | null;
  /** A fresh one for each new resident: sent again with the same key, nobody comes twice. */
  key?: string | null;
}

/** A link that is to be made. */
export interface NewToken {
  role: Role;
  /** Whom it is for. */
  label?: string | null;
  /** It counts for so long; left out, until it is taken back. */
  days?: number | null;
}

/** What a town is founded on. */
export interface NewTown {
  /** Name of a scenario, see GET /api/scenarios. */
  scenario: string;
  /** Same scenario, seed, mind and inputs: the same town. Left out, it is drawn. */
  seed?: number | null;
  /** Who thinks for the residents: `rules` is built in; `model` is behind a server, see GET /api/models; `auto` is the model for those whom somebody from outside is near. */
  mind?: "rules" | "model" | "auto";
  /** Left out, the scenario's title. */
  name?: string | null;
  speed?: Speed;
  /** Whether it waits at its first tick until its clock is set. */
  paused?: boolean;
}

export interface PingFrame {
  type: "ping";
}

/** Of a million tokens, in whatever currency the budget is in. */
export interface PriceWish {
  input: number;
  /** For input that the server has read before; left out, as `input`. */
  cached?: number | null;
  output?: number;
}

/** RFC 9457, application/problem+json. */
export interface ProblemDocument {
  /** /problems/NAME; the page at that address explains it. */
  type: string;
  title: string;
  status: number;
  /** What is wrong here and what to do. */
  detail: string;
  /** The path that was asked for. */
  instance?: string | null;
  /** What was probably meant, for an unknown name. */
  nearest?: string | null;
  /** All that is wrong, for a malformed request. */
  faults?: FieldFault[] | null;
}

export interface SignIn {
  /** The secret of a link: what stands behind `#token=`. */
  token: string;
}

/** At least one of these. */
export interface TownChange {
  name?: string | null;
  /** True makes it the main one of its family; it stays so until another is. */
  main?: boolean | null;
}

export type EventKind = AnyEvent["kind"];

export type InputKind = AnyInput["kind"];

/** What a director can do. */
export type InterventionKind =
  | "announce"
  | "set_object"
  | "set_weather"
  | "request"
  | "close_place"
  | "open_place"
  | "move_resident"
  | "whisper"
  | "plant_memory"
  | "edit_goal"
  | "edit_relationship"
  | "edit_persona"
  | "set_mind"
  | "speak_as"
  | "step_into"
  | "make_commitment"
  | "cancel_commitment"
  | "add_resident"
  | "remove_resident";
