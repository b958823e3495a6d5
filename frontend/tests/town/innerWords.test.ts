import { describe, expect, it } from 'vitest';
import type { Commitment, Party } from '../../src/town/generated.ts';
import { calendarOf, feelings, mindWords, sureness } from '../../src/town/innerWords.ts';

const party = (status: Party['status']): Party => ({ status, by: 'ana', since: 0, reason: '', ground: null });

function commitment(id: string, start: number, parties: Record<string, Party>): Commitment {
  return { id, host: 'ana', what: 'a walk', arena: 'Lane:Park', start, end: start + 60, news: null, parties };
}

describe('how a resident feels', () => {
  it('is said in words, and hunger the other way round', () => {
    const said = feelings({ energy: 10, hunger: 90, company: 50, mood: 100, because: '', since: 0 });
    expect(said.map(({ key, value, words }) => [key, value, words])).toEqual([
      ['energy', 10, 'exhausted'],
      ['hunger', 10, 'starving'],
      ['company', 50, 'content'],
      ['mood', 100, 'delighted'],
    ]);
  });

  it('has words for every value', () => {
    for (let value = 0; value <= 100; value += 1)
      for (const { words } of feelings({
        energy: value,
        hunger: value,
        company: value,
        mood: value,
        because: '',
        since: 0,
      }))
        expect(words).not.toBe('');
    for (const confidence of [0, 0.25, 0.5, 1]) expect(sureness(confidence)).not.toBe('');
  });
});

describe('a calendar', () => {
  it('holds what one has to do with, the next first, what is over last', () => {
    const all = {
      over: commitment('over', 10, { ben: party('kept') }),
      later: commitment('later', 900, { ben: party('accepted') }),
      soon: commitment('soon', 500, { ben: party('asked') }),
      others: commitment('others', 600, { cleo: party('accepted') }),
    };
    expect(calendarOf('ben', all, 100).map(({ id }) => id)).toEqual(['soon', 'later', 'over']);
  });
});

describe('who answered', () => {
  it('is told, and why the built-in mind stood in', () => {
    expect(mindWords('rules')).toContain('free');
    expect(mindWords('rules:budget')).toContain('budget');
    expect(mindWords(null)).toContain('not answered');
  });
});
