import { describe, expect, it } from 'vitest';
import type { Action, Commitment, Recorded, Resident, StateDocument } from '../../../src/town/generated.ts';
import { fresh, markOf, type Mark } from '../../../src/town/watching/marks.ts';
import { sightsOf } from '../../../src/town/watching/sights.ts';
import { announced, aLog, aResident, aTown, said } from '../town.ts';

const HALL = 'Lane:Hall:hall';
const places = { arenaAt: (x: number) => (x < 10 ? HALL : undefined), isUnusual: () => true };
const STOVE = 'Lane:Café:kitchen:stove';

function doing(activity: string, changes: Partial<Action> = {}): Action {
  const where = { arena: HALL, object: null, object_state: null, spot: [3, 3] as [number, number] };
  const when = { duration: 60, chosen: 0, begun: 0, until: 60 };
  return {
    activity,
    emoji: '📖',
    need: 'work',
    asleep: false,
    block: null,
    why: '',
    cause: null,
    cites: [],
    ...where,
    ...when,
    ...changes,
  };
}

const outside = (id: string, changes: Partial<Resident> = {}) =>
  aResident(id, { at: [20, 3], action: doing('reading'), ...changes });

function talking(town: StateDocument, ...participants: string[]): StateDocument {
  const talk = { id: 't', participants, arena: null, started: 0, cause: null, lines: [] };
  const residents = Object.fromEntries(
    Object.entries(town.residents).map(([id, one]) => [id, participants.includes(id) ? { ...one, talk: 't' } : one]),
  );
  return { ...town, residents, talks: { t: talk } };
}

const best = (town: StateDocument, marks: readonly Mark[] = [], tick = 10) => sightsOf(town, tick, marks, places)[0];

function marksOf(town: StateDocument, ...log: Recorded[]): Mark[] {
  return log.map((recorded) => markOf(recorded, town)).filter((mark) => mark !== null);
}

describe('what there is to see in a town', () => {
  it('is a talk rather than somebody at work, and somebody at work rather than a sleeper', () => {
    const asleep = outside('cleo', { action: doing('sleeping', { asleep: true }) });
    const town = aTown(outside('ana'), outside('ben'), asleep);
    expect(best(town)?.reason).toBe('at_work');
    expect(best(aTown(asleep))?.reason).toBe('asleep');
    const talk = best(talking(town, 'ana', 'ben'));
    expect([talk?.reason, talk?.who]).toEqual(['talk', ['ana', 'ben']]);
  });

  it('is most of all a talk in which news is passed on, or people fall out', () => {
    const town = talking(aTown(outside('ana'), outside('ben')), 'ana', 'ben');
    const plain = best(town)?.score ?? 0;
    const telling = { ...said('ana', 'ben', 'There is a party!', 't'), tells: ['party'] };
    const told = best(town, marksOf(town, ...aLog([telling], 10)));
    expect(told?.reason).toBe('news_told');
    expect(told?.score).toBeGreaterThan(plain);
    const hurt = { kind: 'relationship_changed', resident: 'ana', other: 'ben', closeness: -0.2 } as const;
    const quarrel = aLog([{ ...hurt, note: '', reason: 'insulted', cause: null }], 10);
    expect(best(town, marksOf(town, ...quarrel))?.reason).toBe('quarrel');
  });

  it('is a gathering, and more so the occasion that people promised to come to', () => {
    const people = ['ana', 'ben', 'cleo', 'dan'].map((id) => aResident(id, { action: doing('dancing') }));
    const town = aTown(...people);
    expect(best(town)?.reason).toBe('gathering');
    const party = (id: string) => [id, { status: 'accepted', by: id, since: 0, reason: '', ground: null }] as const;
    const occasion: Commitment = {
      id: 'c',
      host: 'ben',
      what: 'dance',
      arena: HALL,
      start: 5,
      end: 100,
      news: null,
      parties: Object.fromEntries([party('ana'), party('ben')]),
    };
    const sight = best({ ...town, commitments: { c: occasion } });
    expect([sight?.reason, sight?.about, sight?.who[0]]).toEqual(['occasion', 'dance', 'ben']);
  });

  it('is a thing that burns, the less the longer it does', () => {
    const people = talking(aTown(outside('ana'), outside('ben')), 'ana', 'ben');
    const town = { ...people, objects: { [STOVE]: { state: 'burning', by: null, since: 0 } } };
    const early = best(town, [], 1);
    expect([early?.reason, early?.thing, early?.about]).toEqual(['burning', STOVE, 'burning']);
    const late = sightsOf(town, 1000, [], places).find(({ reason }) => reason === 'burning');
    expect(late?.score).toBeLessThan(early?.score ?? 0);
  });

  it('is whoever talks with somebody from outside', () => {
    const visitor = { id: 'visitor:v', name: 'Ada', looks: 0, at: [21, 3] as [number, number] };
    const town = talking(aTown(outside('ana'), outside('ben'), outside('cleo')), 'ana', 'ben');
    const here = { ...town, visitors: { 'visitor:v': { ...visitor, doing: null, emote: null, since: 0 } } };
    const sight = best(here, marksOf(here, ...aLog([said('cleo', 'visitor:v', 'Who are you?')], 10)));
    expect([sight?.reason, sight?.who]).toEqual(['with_visitor', ['cleo', 'visitor:v']]);
  });

  it('is over after a while', () => {
    const town = aTown(outside('ana'), outside('ben'));
    const marks = marksOf(town, ...aLog([announced('Cake!')], 10));
    expect(marks).toHaveLength(1);
    expect(fresh(marks, 12)).toHaveLength(1);
    expect(fresh(marks, 400)).toEqual([]);
  });
});
