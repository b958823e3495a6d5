import { describe, expect, it } from 'vitest';
import { Dialogues } from '../../src/town/dialogues.ts';
import { aLog, said } from './town.ts';

const me = 'visitor:me';
const piece = (text: string, index: number) => ({
  type: 'tokens' as const,
  question: 'answer:ana@1',
  resident: 'ana',
  visitor: me,
  text,
  index,
});

describe('a talk with a resident', () => {
  it('shows an answer as it is written, then the line of the log in its place', () => {
    const talk = new Dialogues(me);
    talk.hear(aLog([said(me, 'ana', 'Hello!')]));
    talk.write(piece('Good ', 0));
    talk.write(piece('day', 1));
    expect(talk.drafts.value.ana?.text).toBe('Good day');
    talk.hear(aLog([said('ana', me, 'Good day!')], 1, 2));
    expect(talk.drafts.value.ana).toBeUndefined();
    expect(talk.lines.value.ana?.map(({ mine, text }) => [mine, text])).toEqual([
      [true, 'Hello!'],
      [false, 'Good day!'],
    ]);
  });

  it('keeps what others say to each other, and to other visitors, to themselves', () => {
    const talk = new Dialogues(me);
    talk.hear(aLog([said('ana', 'bo', 'Psst', 'talk:1'), said('ana', 'visitor:other', 'Hi')]));
    talk.write({ ...piece('Hi', 0), visitor: 'visitor:other' });
    expect(talk.lines.value).toEqual({});
    expect(talk.drafts.value).toEqual({});
    expect(talk.drafting.value.ana?.text).toBe('Hi');
    talk.hear(aLog([said('ana', 'visitor:other', 'Hi there')], 5, 9));
    expect(talk.drafting.value).toEqual({});
  });

  it('lets go of an answer that never comes', () => {
    const talk = new Dialogues(me);
    const gone = { question: 'answer', resident: 'ana', reason: 'the visitor has left' } as const;
    talk.write(piece('Good ', 0));
    talk.hear(aLog([{ kind: 'answer_lapsed', key: 'answer:bo@1', ...gone }]));
    expect(talk.drafting.value.ana?.text).toBe('Good ');
    talk.hear(aLog([{ kind: 'answer_lapsed', key: 'answer:ana@1', ...gone }]));
    expect(talk.drafting.value).toEqual({});
  });

  it('goes on after a while away with the answers that are still open', () => {
    const talk = new Dialogues(me);
    talk.write(piece('Good ', 0));
    talk.write({ ...piece('Hi', 0), question: 'answer:bo@1', resident: 'bo', visitor: 'visitor:other' });
    talk.keep({ 'answer:ana@1': {} });
    expect(Object.keys(talk.drafting.value)).toEqual(['ana']);
  });

  it('does not double a line that is heard again', () => {
    const talk = new Dialogues(me);
    const log = aLog([said(me, 'ana', 'Hello!')]);
    talk.hear(log);
    talk.hear(log);
    expect(talk.lines.value.ana).toHaveLength(1);
  });
});
