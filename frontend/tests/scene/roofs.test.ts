import { describe, expect, it } from 'vitest';
import { isPaneLit } from '../../src/scene/panes.ts';
import { isLifted } from '../../src/scene/roofs.ts';

const none = new Set<string>();
const nobody = { awake: none, home: none, lookedInto: none, hour: 13, zoom: 2, wanted: true, dark: 0 };
const cottage = 'Nowhere:Cottage';
const there = new Set([cottage]);

describe('a roof', () => {
  it('is on where nobody is up and nobody looks in, also over who sleeps', () => {
    expect(isLifted(cottage, nobody)).toBe(false);
    expect(isLifted(cottage, { ...nobody, home: there })).toBe(false);
  });

  it('lifts where somebody is up, where one looks, and close by', () => {
    expect(isLifted(cottage, { ...nobody, awake: there })).toBe(true);
    expect(isLifted(cottage, { ...nobody, lookedInto: there })).toBe(true);
    expect(isLifted(cottage, { ...nobody, zoom: 3 })).toBe(true);
  });
});

describe('the windows of a house', () => {
  const lit = (households: Parameters<typeof isPaneLit>[2]) =>
    [0, 1, 2, 3, 4, 5].filter((number) => isPaneLit(cottage, number, households)).length;

  it('all shine where somebody is up, some in the evening, one while people sleep, none in an empty house', () => {
    expect(lit({ awake: there, home: there, hour: 2 })).toBe(6);
    expect(lit({ awake: none, home: none, hour: 21 })).toBe(4);
    expect(lit({ awake: none, home: there, hour: 2 })).toBe(1);
    expect(lit({ awake: none, home: none, hour: 2 })).toBe(0);
  });
});
