/** Builders of small towns and logs for tests. */
import type { AnyEvent, Recorded, Resident, SnapshotFrame, StateDocument } from '../../src/town/generated.ts';

export function aResident(id: string, changes: Partial<Resident> = {}): Resident {
  const body = {
    at: [3, 3] as [number, number],
    walk: null,
    action: null,
    plan: null,
    block: -1,
    details: {},
    step: 0,
  };
  const inner = {
    body: { energy: 80, hunger: 40, company: 50, mood: 50, because: '', since: 0 },
    beliefs: {},
    goals: {},
    mind: null,
    stand_in: null,
  };
  return { id, ...body, talk: null, relationships: {}, ...inner, ...changes };
}

export function aTown(...residents: Resident[]): StateDocument {
  return {
    tick: 0,
    order: -1,
    seq: 0,
    residents: Object.fromEntries(residents.map((resident) => [resident.id, resident])),
    visitors: {},
    newcomers: {},
    departed: {},
    persona_edits: {},
    objects: { 'Lane:Café:kitchen:stove': { state: 'idle', by: null, since: 0 } },
    welcomes: {},
    closures: {},
    talks: {},
    commitments: {},
    weather: 'clear',
    mind: 'rules',
    questions: {},
    requests: {},
    armed: {},
    spent: {},
  };
}

/** The events as a log, one a tick from `tick` on. */
export function aLog(events: readonly AnyEvent[], tick = 0, seq = 1): Recorded[] {
  return events.map((event, n) => ({ seq: seq + n, tick: tick + n, order: 0, event }));
}

export function aSnapshot(state: StateDocument): SnapshotFrame {
  const horizon = { tick: state.tick, order: state.order, seq: state.seq };
  const clock = { tick: state.tick, local: '2025-05-12T07:00:00', paused: false, speed: 30, reached: 30 };
  return {
    type: 'snapshot',
    scenario: 'lane',
    state,
    ...horizon,
    town: {
      id: 't-1',
      name: 'Lane',
      scenario: 'lane',
      scenario_hash: '',
      seed: 7,
      mind: 'rules',
      created_at: '2025-05-12T07:00:00Z',
      start: '2025-05-12T07:00:00',
      horizon,
      clock: { ...clock, status: 'running', waiting: [], pause_at: null, step_to: null, paused_because: null },
      trouble: null,
      degraded: null,
      parent: null,
      root: 't-1',
      fork_tick: null,
      main: null,
    },
  };
}

export const announced = (text: string): AnyEvent => ({ kind: 'announced', arena: null, text, by: 'director' });

export function said(speaker: string, to: string, text: string, talk: string | null = null): AnyEvent {
  return { kind: 'said', speaker, to: [to], text, talk, aloud: false, tells: [], ends: false, cause: null };
}
