import { describe, expect, it } from 'vitest';
import type { AnyEvent, StateDocument } from '../../src/town/generated.ts';
import { reduce, UnplayableEvent } from '../../src/town/reduce.ts';
import { aLog, aResident, aTown, said } from './town.ts';

const chosen: AnyEvent = {
  kind: 'action_chosen',
  resident: 'ana',
  activity: 'brewing coffee',
  emoji: '☕',
  need: 'make',
  arena: 'Lane:Café:kitchen',
  object: 'Lane:Café:kitchen:stove',
  object_state: 'on',
  spot: [5, 3],
  duration: 60,
  asleep: false,
  block: 1,
  why: 'It is part of the plan.',
  cause: null,
  cites: [],
};

const path: [number, number][] = [
  [3, 3],
  [4, 3],
  [5, 3],
];

function live(town: StateDocument, ...events: AnyEvent[]): StateDocument {
  return aLog(events, 10).reduce(reduce, town);
}

describe('a town, event by event', () => {
  it('has a resident stand where it was on its way when its action begins', () => {
    const town = live(
      aTown(aResident('ana')),
      chosen,
      { kind: 'walked', resident: 'ana', path },
      { kind: 'action_begun', resident: 'ana', until: 90 },
    );
    expect(town.residents.ana).toMatchObject({ at: [4, 3], walk: null, block: 1, step: 1 });
    expect(town.residents.ana?.action).toMatchObject({ activity: 'brewing coffee', chosen: 10, begun: 12, until: 90 });
    expect(town.residents.ana?.action).not.toHaveProperty('kind');
    expect(town).toMatchObject({ tick: 12, seq: 3 });
  });

  it('counts the actions of a block anew in the next block', () => {
    const town = live(aTown(aResident('ana')), chosen, chosen, { ...chosen, block: 2 });
    expect(town.residents.ana).toMatchObject({ block: 2, step: 1 });
  });

  it('keeps the lines of a talk until it ends, and then when the two last talked', () => {
    const talk = 'talk:1';
    const begun: AnyEvent = {
      kind: 'talk_started',
      talk,
      resident: 'ana',
      participants: ['ana', 'bo'],
      arena: null,
      cause: null,
    };
    const during = live(aTown(aResident('ana'), aResident('bo')), begun, said('ana', 'bo', 'Hello!', talk));
    expect(during.talks[talk]?.lines).toEqual([{ speaker: 'ana', text: 'Hello!', tick: 11, ends: false, seq: 2 }]);
    expect(during.residents.bo?.talk).toBe(talk);
    const after = live(during, { kind: 'talk_ended', talk, reason: 'done' });
    expect(after.talks).toEqual({});
    expect(after.residents.bo).toMatchObject({ talk: null, relationships: { ana: { talked: 10, knows_name: false } } });
  });

  it('leaves the state that it began with as it was', () => {
    const before = aTown(aResident('ana'));
    const copy = structuredClone(before);
    live(before, chosen, { kind: 'name_learned', resident: 'ana', other: 'bo', name: 'Bo Berg' });
    expect(before).toEqual(copy);
  });

  it('forgets a question once it is answered or has lapsed', () => {
    const asked = (key: string): AnyEvent => ({
      kind: 'asked',
      key,
      question: 'say',
      resident: 'ana',
      effect: 16,
      memories: [],
      about: null,
    });
    const open = live(aTown(aResident('ana')), asked('a'), asked('b'));
    expect(Object.keys(open.questions)).toEqual(['a', 'b']);
    const closed = live(
      open,
      { kind: 'answered', key: 'a', question: 'say', resident: 'ana', mind: 'rules', choice: '', cites: [] },
      { kind: 'answer_lapsed', key: 'b', question: 'say', resident: 'ana', reason: 'gone' },
    );
    expect(closed.questions).toEqual({});
  });

  it('says what is wrong with an event that does not fit', () => {
    const begun: AnyEvent = { kind: 'action_begun', resident: 'nobody', until: 3 };
    expect(() => live(aTown(), begun)).toThrow(UnplayableEvent);
    expect(() => live(aTown(), begun)).toThrow(/no resident nobody/);
  });
});
