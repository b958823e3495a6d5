import { describe, expect, it } from 'vitest';
import { showsNow, type User } from '../../src/scene/shows.ts';

const able = (...names: string[]) => Object.fromEntries(names.map((name) => [name, {}]));
const user = (need: string, activity = '', lying = false): User => ({ need, activity, lying });
const quiet = { state: 'idle', users: [], served: null, festive: false };

describe('what a thing shows', () => {
  it.each([
    ['a stove', ['burning'], 'pots on the flame', 'burning'],
    ['a shower', ['running'], 'running', 'running'],
    ['a sink', ['running', 'suds', 'dishes'], 'full of dishes', 'dishes'],
    ['a sink', ['running', 'suds', 'dishes'], 'full of suds', 'suds'],
    ['a computer', ['on', 'game'], 'showing a game', 'game'],
    ['a computer', ['on', 'game'], 'humming', 'on'],
    ['a radio', ['on'], 'on', 'on'],
    ['a wardrobe', ['open'], 'open', 'open'],
    ['a bed', ['rumpled'], 'unmade', 'rumpled'],
    ['a desk', ['papers', 'books'], 'covered in papers', 'papers'],
    ['a desk', ['papers', 'books'], 'an open book on it', 'books'],
    ['a table', ['laid', 'cups'], 'plates on it', 'laid'],
    ['a pub table', ['laid', 'glasses'], 'glasses left on it', 'glasses'],
  ])('follows the words of the state of %s that can be %j: %s', (_, names, state, show) => {
    expect(showsNow(able(...names), { ...quiet, state }).body).toBe(show);
  });

  it.each(['idle', 'off', 'still warm', 'switched off', 'made', 'tidy', 'mown', 'clean'])(
    'is nothing while %s',
    (state) => {
      const all = able(
        'burning',
        'running',
        'on',
        'game',
        'open',
        'rumpled',
        'papers',
        'laid',
        'lamp',
        'broken',
        'locked',
      );
      expect(showsNow(all, { ...quiet, state })).toEqual({});
    },
  );

  it('follows from who uses it, whatever its state says', () => {
    expect(showsNow(able('burning'), { ...quiet, users: [user('cook', 'making pancakes')] })).toEqual({
      body: 'burning',
    });
    expect(showsNow(able('burning'), { ...quiet, users: [user('', 'cooking')] })).toEqual({ body: 'burning' });
    expect(showsNow(able('lamp', 'papers'), { ...quiet, users: [user('write')] })).toEqual({
      body: 'papers',
      light: 'lamp',
    });
    expect(showsNow(able('lamp', 'papers'), { ...quiet, users: [user('rest')] })).toEqual({});
  });

  it('tells a counter that is served from one that is closed, and puts neither where nobody ever serves', () => {
    const counter = able('served', 'closed', 'cups');
    expect(showsNow(counter, { ...quiet, served: true })).toEqual({ light: 'served' });
    expect(showsNow(counter, { ...quiet, served: false })).toEqual({ light: 'closed' });
    expect(showsNow(counter, quiet)).toEqual({});
  });

  it('marks what is broken or decorated over all that it does', () => {
    const stove = able('burning', 'broken', 'decorated');
    expect(showsNow(stove, { ...quiet, state: 'broken', users: [user('cook')] })).toEqual({
      body: 'burning',
      mark: 'broken',
    });
    expect(showsNow(stove, { ...quiet, festive: true })).toEqual({ mark: 'decorated' });
    expect(showsNow(stove, { ...quiet, state: 'decorated with garlands' })).toEqual({ mark: 'decorated' });
  });

  it('does not show a bed as left while somebody lies in it', () => {
    const state = 'slept in';
    expect(showsNow(able('rumpled'), { ...quiet, state })).toEqual({ body: 'rumpled' });
    expect(showsNow(able('rumpled'), { ...quiet, state, users: [user('sleep', 'sleeping', true)] })).toEqual({});
  });
});
