/**
 * Plays events onto a town's state, one function an event kind: the same reducer as `backend/domain/reduce/`.
 * A test holds both to equal states. Nothing but types and reducers is imported, so that Node can run this file as it is.
 */
import { ARMING } from './arming.ts';
import type {
  Acquaintance,
  AnyEvent,
  AskedFor,
  Block,
  EventKind,
  Line,
  Party,
  Recorded,
  Relationship,
  Resident,
  StateDocument,
  Tile,
  Visitor,
} from './generated.ts';

/** An event that does not fit the state it is played onto; the log was not read from where the state ends. */
export class UnplayableEvent extends Error {
  constructor(recorded: Recorded, problem: string) {
    super(`event ${recorded.seq} (${recorded.event.kind}) can't be played: ${problem}; read the town's state again`);
    this.name = 'UnplayableEvent';
  }
}

class Unknown extends Error {}

type EventOf<K extends EventKind> = Extract<AnyEvent, { kind: K }>;
type Reducer<K extends EventKind> = (town: StateDocument, event: EventOf<K>, tick: number) => StateDocument;

/** The state after `recorded`, which must be the next event of the log. */
export function reduce(town: StateDocument, recorded: Recorded): StateDocument {
  const reducer = REDUCERS[recorded.event.kind] as Reducer<EventKind> | undefined;
  if (reducer === undefined) throw new UnplayableEvent(recorded, 'its kind is unknown to this page');
  try {
    const { event, tick, order, seq } = recorded;
    return reducer({ ...town, tick, order, seq }, event, tick);
  } catch (error) {
    if (error instanceof Unknown) throw new UnplayableEvent(recorded, error.message);
    throw error;
  }
}

/** Where a resident is at a whole tick. */
export function positionOf(resident: Resident, tick: number): Tile {
  if (resident.walk === null) return resident.at;
  const { path, start } = resident.walk;
  const tile = path[Math.min(Math.max(tick - start, 0), path.length - 1)];
  if (tile === undefined) throw new Unknown(`${resident.id} walks on an empty path`);
  return tile;
}

function known<T>(found: T | undefined | null, what: string): T {
  if (found === undefined || found === null) throw new Unknown(`there is no ${what}`);
  return found;
}

function change(town: StateDocument, id: string, changes: Partial<Resident>): StateDocument {
  const resident = known(town.residents[id], `resident ${id}`);
  return { ...town, residents: { ...town.residents, [id]: { ...resident, ...changes } } };
}

const STRANGER: Relationship = { knows_name: false, name: null, closeness: 0, note: '', talked: null };

function relate(town: StateDocument, id: string, other: string, changes: Partial<Relationship>): StateDocument {
  const { relationships } = known(town.residents[id], `resident ${id}`);
  const changed = { ...(relationships[other] ?? STRANGER), ...changes };
  return change(town, id, { relationships: { ...relationships, [other]: changed } });
}

function visit(town: StateDocument, id: string, changes: Partial<Visitor>): StateDocument {
  const visitor = known(town.visitors[id], `visitor ${id}`);
  return { ...town, visitors: { ...town.visitors, [id]: { ...visitor, ...changes } } };
}

/** So many of the last requests to the game master are kept in view. */
const MOST_REQUESTS = 12;

/** A request of long ago may be out of view. */
function asking(town: StateDocument, id: string, changes: Partial<AskedFor>): StateDocument {
  const asked = town.requests[id];
  if (asked === undefined) return town;
  return { ...town, requests: { ...town.requests, [id]: { ...asked, ...changes } } };
}

function without<T>(entries: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _gone, ...rest } = entries;
  return rest;
}

const unchanged = (town: StateDocument): StateDocument => town;

const closed = (town: StateDocument, event: { key: string }): StateDocument => ({
  ...town,
  questions: without(town.questions, event.key),
});

const isSame = (one: Block, other: Block): boolean =>
  one.start === other.start && one.activity === other.activity && one.arena === other.arena;

function settle(
  town: StateDocument,
  event: { commitment: string; resident: string; reason: string },
  tick: number,
  status: Party['status'],
  ground: string | null | undefined,
): StateDocument {
  const commitment = known(town.commitments[event.commitment], `commitment ${event.commitment}`);
  const before = commitment.parties[event.resident];
  const party: Party = {
    status,
    by: before?.by ?? event.resident,
    since: tick,
    reason: event.reason,
    ground: ground === undefined ? (before?.ground ?? null) : ground,
  };
  const parties = { ...commitment.parties, [event.resident]: party };
  return { ...town, commitments: { ...town.commitments, [event.commitment]: { ...commitment, parties } } };
}

/** Somebody who has just come to live in the town. */
function arrived(id: string, at: Tile, relationships: Resident['relationships']): Resident {
  const body = { energy: 80, hunger: 40, company: 50, mood: 50, because: '', since: 0 };
  const idle = {
    walk: null,
    action: null,
    plan: null,
    block: -1,
    details: {},
    step: 0,
    talk: null,
    mind: null,
    stand_in: null,
  };
  return { id, at, ...idle, relationships, body, beliefs: {}, goals: {} };
}

const REDUCERS: { [K in EventKind]: Reducer<K> } = {
  town_founded: (town, { mind }) => ({ ...town, mind: mind === 'model' || mind === 'auto' ? mind : 'rules' }),

  resident_added: (town, { resident: id, newcomer, at }, tick) => {
    const acquainted = ({ knows_name, closeness, note }: Acquaintance): Relationship => ({
      knows_name,
      name: null,
      closeness,
      note,
      talked: null,
    });
    const acquaintances = Object.fromEntries(newcomer.persona.knows.map((one) => [one.other, acquainted(one)]));
    const added = { ...town, newcomers: { ...town.newcomers, [id]: newcomer } };
    const settled: StateDocument = {
      ...added,
      residents: { ...town.residents, [id]: arrived(id, at, acquaintances) },
      objects:
        newcomer.bed === null
          ? town.objects
          : { ...town.objects, [newcomer.bed.id]: { state: newcomer.bed.initial ?? 'idle', by: null, since: tick } },
    };
    return newcomer.known_by.reduce((now, one) => {
      const { relationships } = known(now.residents[one.other], `resident ${one.other}`);
      return change(now, one.other, { relationships: { ...relationships, [id]: acquainted(one) } });
    }, settled);
  },

  resident_removed: (town, { resident: id, at }, tick) => ({
    ...town,
    departed: { ...town.departed, [id]: { since: tick, at } },
    residents: without(town.residents, id),
    welcomes: without(town.welcomes, id),
  }),

  persona_edited: (town, { resident: id, edit }) => {
    const before = town.persona_edits[id] ?? { age: null, traits: null, about: null, currently: null, greeting: null };
    const changes = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== null));
    return { ...town, persona_edits: { ...town.persona_edits, [id]: { ...before, ...changes } } };
  },

  walked: (town, event, tick) =>
    change(town, event.resident, {
      at: known(event.path[0], 'first tile'),
      walk: { path: event.path, start: tick },
    }),

  halted: (town, event) => change(town, event.resident, { at: event.at, walk: null }),

  met: unchanged,

  knocked: unchanged,

  let_in: (town, { guest, home, resident, until }) => ({
    ...town,
    welcomes: { ...town.welcomes, [guest]: { home, host: resident, until } },
  }),

  visitor_entered: (town, { visitor, name, looks, at }, tick) => ({
    ...town,
    visitors: { ...town.visitors, [visitor]: { id: visitor, name, looks, at, doing: null, emote: null, since: tick } },
  }),

  visitor_moved: (town, event) =>
    visit(town, event.visitor, { at: known(event.path.at(-1), 'last tile'), doing: null }),

  visitor_used: (town, { visitor, object, use, activity, emoji, pose, at }, tick) =>
    visit(town, visitor, { at, doing: { object, use, activity, emoji, pose, since: tick } }),

  visitor_stopped: (town, { visitor }) => visit(town, visitor, { doing: null }),

  emoted: (town, { visitor, emote, until }, tick) => visit(town, visitor, { emote: { emote, since: tick, until } }),

  visitor_left: (town, event) => ({ ...town, visitors: without(town.visitors, event.visitor) }),

  action_chosen: (town, event, tick) => {
    const { kind: _kind, resident: id, ...chosen } = event;
    const resident = known(town.residents[id], `resident ${id}`);
    const action = { ...chosen, chosen: tick, begun: null, until: null };
    if (event.block === null) return change(town, id, { action });
    const step = event.block === resident.block ? resident.step + 1 : 1;
    return change(town, id, { action, block: event.block, step });
  },

  action_begun: (town, event, tick) => {
    const resident = known(town.residents[event.resident], `resident ${event.resident}`);
    const action = known(resident.action, `action that ${event.resident} could begin`);
    return change(town, event.resident, {
      at: positionOf(resident, tick),
      walk: null,
      action: { ...action, begun: tick, until: event.until },
    });
  },

  action_ended: (town, event, tick) => {
    const resident = known(town.residents[event.resident], `resident ${event.resident}`);
    return change(town, event.resident, { at: positionOf(resident, tick), walk: null, action: null });
  },

  object_changed: (town, { object, state, by }, tick) => ({
    ...town,
    objects: { ...town.objects, [object]: { state, by, since: tick } },
  }),

  announced: unchanged,

  asked: (town, { key, question, resident, effect, about }, tick) => ({
    ...town,
    questions: { ...town.questions, [key]: { key, question, resident, tick, effect, about } },
  }),

  answered: closed,
  answer_lapsed: closed,

  day_planned: (town, { resident: id, day, blocks, because }, tick) => {
    const before = known(town.residents[id], `resident ${id}`);
    const plan = { day, made: tick, blocks, seq: town.seq };
    if (because === '' || before.plan === null) return change(town, id, { plan, block: -1, details: {}, step: 0 });
    const old = before.plan.blocks;
    const kept = Object.entries(before.details).filter(([number]) => {
      const [was, is] = [old[Number(number)], blocks[Number(number)]];
      return was !== undefined && is !== undefined && isSame(was, is);
    });
    return change(town, id, { plan, details: Object.fromEntries(kept) });
  },

  block_detailed: (town, event) => {
    const resident = known(town.residents[event.resident], `resident ${event.resident}`);
    return change(town, event.resident, {
      details: { ...resident.details, [String(event.block)]: event.actions },
      step: event.block === resident.block ? 0 : resident.step,
    });
  },

  remembered: unchanged,
  rated: unchanged,
  reflected: unchanged,

  talk_started: (town, { talk: id, participants, arena, cause }, tick) => {
    const talk = { id, participants, arena, started: tick, cause, lines: [] };
    const begun = { ...town, talks: { ...town.talks, [id]: talk } };
    return participants.reduce((after, one) => change(after, one, { talk: id }), begun);
  },

  said: (town, event, tick) => {
    if (event.talk === null) return town;
    const talk = known(town.talks[event.talk], `talk ${event.talk}`);
    const line: Line = { speaker: event.speaker, text: event.text, tick, ends: event.ends, seq: town.seq };
    return { ...town, talks: { ...town.talks, [event.talk]: { ...talk, lines: [...talk.lines, line] } } };
  },

  talk_ended: (town, event, tick) => {
    const { participants } = known(town.talks[event.talk], `talk ${event.talk}`);
    let after: StateDocument = { ...town, talks: without(town.talks, event.talk) };
    for (const one of participants) {
      after = change(after, one, { talk: null });
      for (const other of participants) if (other !== one) after = relate(after, one, other, { talked: tick });
    }
    return after;
  },

  name_learned: (town, { resident, other, name }) => relate(town, resident, other, { knows_name: true, name }),

  relationship_changed: (town, { resident, other, closeness, note }) =>
    relate(town, resident, other, { closeness, note }),

  talk_joined: (town, { talk: id, resident }) => {
    const talk = known(town.talks[id], `talk ${id}`);
    const joined = { ...talk, participants: [...talk.participants, resident] };
    return change({ ...town, talks: { ...town.talks, [id]: joined } }, resident, { talk: id });
  },

  talk_left: (town, { talk: id, resident }, tick) => {
    const talk = known(town.talks[id], `talk ${id}`);
    const participants = talk.participants.filter((one) => one !== resident);
    let after = change({ ...town, talks: { ...town.talks, [id]: { ...talk, participants } } }, resident, {
      talk: null,
    });
    for (const other of participants) {
      after = relate(after, resident, other, { talked: tick });
      after = relate(after, other, resident, { talked: tick });
    }
    return after;
  },

  offered: (town, { commitment: id, resident: host, to, what, arena, start, end, news }, tick) => {
    const first: Party = { status: 'accepted', by: host, since: tick, reason: '', ground: null };
    const made = town.commitments[id] ?? { id, host, what, arena, start, end, news, parties: { [host]: first } };
    const parties = { ...made.parties };
    for (const other of to) parties[other] ??= { status: 'asked', by: host, since: tick, reason: '', ground: null };
    return { ...town, commitments: { ...town.commitments, [id]: { ...made, parties } } };
  },

  offer_answered: (town, event, tick) =>
    settle(town, event, tick, event.accepted ? 'accepted' : 'declined', event.ground),

  commitment_settled: (town, event, tick) => settle(town, event, tick, event.how, undefined),

  body_changed: (town, { resident, energy, hunger, company, mood, because }, tick) =>
    change(town, resident, { body: { energy, hunger, company, mood, because, since: tick } }),

  believed: (town, event, tick) => {
    const { resident: id, belief, statement, confidence, about, who, memories } = event;
    const { beliefs } = known(town.residents[id], `resident ${id}`);
    if (confidence <= 0) return change(town, id, { beliefs: without(beliefs, belief) });
    const held = { statement, confidence, about, who, memories, since: tick };
    return change(town, id, { beliefs: { ...beliefs, [belief]: held } });
  },

  goal_set: (town, { resident: id, goal, text, status, memories }, tick) => {
    const { goals } = known(town.residents[id], `resident ${id}`);
    return change(town, id, { goals: { ...goals, [goal]: { text, status, memories, since: tick } } });
  },

  mind_set: (town, { resident, mind }) => {
    if (resident !== null) return change(town, resident, { mind });
    const residents = Object.entries(town.residents).map(([id, one]) => [id, { ...one, mind: null }] as const);
    return { ...town, mind, residents: Object.fromEntries(residents) };
  },

  weather_changed: (town, { weather }) => ({ ...town, weather }),

  stepped_into: (town, { resident, visitor, name }, tick) =>
    change(town, resident, { stand_in: { visitor, name, since: tick } }),

  stepped_out: (town, { resident }) => change(town, resident, { stand_in: null }),

  requested: (town, { request: id, text, by, at_once }, tick) => {
    const waiting = { verdict: null, reason: '', effects: [], carried_out: null, carried_out_by: '' };
    const all = { ...town.requests, [id]: { id, text, by, at_once, tick, ...waiting } };
    return { ...town, requests: Object.fromEntries(Object.entries(all).slice(-MOST_REQUESTS)) };
  },

  request_judged: (town, { request, verdict, reason, effects }) => asking(town, request, { verdict, reason, effects }),

  request_carried_out: (town, { request, by }, tick) =>
    asking(town, request, { carried_out: tick, carried_out_by: by }),
  place_closed: (town, { place, reason }, tick) => ({
    ...town,
    closures: { ...town.closures, [place]: { reason, since: tick } },
  }),

  place_opened: (town, { place }) => ({ ...town, closures: without(town.closures, place) }),

  found_shut: unchanged,

  resident_moved: (town, { resident, at }) => change(town, resident, { at, walk: null }),

  ...ARMING,

  embedded: unchanged,
  followed: unchanged,
};
