import { describe, expect, it } from 'vitest';
import type { NewsItem } from '../../../src/town/feed.ts';
import { fits } from '../../../src/town/watching/search.ts';
import { EVERYTHING, passes } from '../../../src/town/watching/sifting.ts';
import { announced, said } from '../town.ts';

describe('looking somebody up', () => {
  const ana = ['Ana Solís', 'baker', 'Café: kitchen', 'kneading dough'];

  it('goes by any words of name, job, place and activity, whatever the accents', () => {
    for (const query of ['', 'solis', 'BAKER', 'cafe', 'dough ana', ' kitchen ']) expect(fits(query, ana)).toBe(true);
    for (const query of ['ben', 'baker library']) expect(fits(query, ana)).toBe(false);
  });
});

describe('sifting what happened', () => {
  const arenaAt = (x: number) => (x < 10 ? 'Lane:Café:kitchen' : undefined);
  const spoken: NewsItem = { seq: 1, tick: 1, event: said('ana', 'ben', 'Hello') as NewsItem['event'], at: [3, 3] };
  const cried: NewsItem = { seq: 2, tick: 2, event: announced('Cake!') as NewsItem['event'] };
  const sift = (sieve: Partial<typeof EVERYTHING>) =>
    [spoken, cried].filter((item) => passes({ ...EVERYTHING, ...sieve }, item, arenaAt)).map(({ seq }) => seq);

  it('goes by kind, by person and by where it happened', () => {
    expect(sift({})).toEqual([1, 2]);
    expect(sift({ sort: 'talk' })).toEqual([1]);
    expect(sift({ sort: 'world' })).toEqual([2]);
    expect(sift({ person: 'ben' })).toEqual([1]);
    expect(sift({ person: 'cleo' })).toEqual([]);
    expect(sift({ sector: 'Lane:Café' })).toEqual([1]);
    expect(sift({ sector: 'Lane:Caf' })).toEqual([]);
    expect(sift({ sort: 'world', person: 'ana' })).toEqual([]);
  });

  it('counts words with somebody from outside as a visitor’s', () => {
    const visited: NewsItem = { seq: 3, tick: 3, event: said('visitor:v', 'ana', 'Hi') as NewsItem['event'] };
    expect(passes({ ...EVERYTHING, sort: 'visitors' }, visited, arenaAt)).toBe(true);
    expect(passes({ ...EVERYTHING, sort: 'talk' }, visited, arenaAt)).toBe(false);
  });
});
