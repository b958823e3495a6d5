import { afterEach, describe, expect, it } from 'vitest';
import { Calendar } from '../../src/town/calendar.ts';
import { clockWords } from '../../src/town/words.ts';
import type { Clock } from '../../src/town/generated.ts';
import { ago } from '../../src/views/access/moments.ts';
import { de } from '../../src/words/de/index.ts';
import { en } from '../../src/words/en/index.ts';
import { german } from '../../src/words/grammar.ts';
import { language, speakIn } from '../../src/words/language.ts';

/** Path and kind of every entry: rows of words must be equally long, too, for the page counts on it. */
function entries(part: unknown, path = ''): string[] {
  if (typeof part !== 'object' || part === null) return [`${path} ${typeof part}`];
  return Object.entries(part).flatMap(([key, value]) => entries(value, `${path}.${key}`));
}

function texts(part: unknown): string[] {
  if (typeof part === 'string') return [part];
  return typeof part === 'object' && part !== null ? Object.values(part).flatMap(texts) : [];
}

const clock = { status: 'running', paused: false, speed: 1240, reached: 1240 } as Partial<Clock> as Clock;

afterEach(() => speakIn('en'));

describe('the catalogues', () => {
  it('have the same entries, and German those too that the server says in English', () => {
    expect(entries(de)).toEqual(expect.arrayContaining(entries(en)));
  });

  it('say something everywhere', () => {
    // What surrounds a command may be nothing on one side.
    for (const text of [...texts(en), ...texts(de)].filter((one) => one !== '')) expect(text.trim()).not.toBe('');
  });

  it('write no straight quotation marks or three dots', () => {
    for (const text of [...texts(en), ...texts(de)]) expect(text).not.toMatch(/"|\w'\w|\.\.\./);
  });
});

describe('the page in German', () => {
  it('tells times, amounts and names as Germans do', () => {
    speakIn('de');
    expect(language.value).toBe('de');
    expect(new Calendar('2025-05-12T07:00:00').day(0)).toBe('Montag · Tag 1');
    expect(clockWords(clock, null)).toBe('Läuft mit 1.240×');
    expect(ago('2026-11-21T03:00:00Z', Date.parse('2026-11-21T06:00:00Z'))).toBe('vor 3 Stunden');
    expect(de.telling.whose('Ana', 'Plan')).toBe('Anas Plan');
    expect(de.telling.whose('Klaus', 'Plan')).toBe('Klaus’ Plan');
    expect(german.list(['Ana', 'Ben', 'Cleo'])).toBe('Ana, Ben und Cleo');
  });
});

describe('amounts', () => {
  it('are told in the form that fits them', () => {
    expect(en.mind.chain.cameToMind(1)).toBe('1 memory came to mind');
    expect(en.mind.chain.cameToMind(1200)).toBe('1,200 memories came to mind');
    expect(de.access.invite.over(1)).toBe('1 Link, der nicht mehr gilt');
    expect(de.access.invite.over(2)).toBe('2 Links, die nicht mehr gelten');
  });
});
