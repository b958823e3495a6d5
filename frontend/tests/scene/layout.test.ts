import { describe, expect, it } from 'vitest';
import { Layout, within, type Box } from '../../src/scene/layout.ts';

const box = (x: number, top: number): Box => ({ x, top, width: 60, height: 18 });

function overlaps(a: Box, b: Box): boolean {
  return Math.abs(a.x - b.x) < (a.width + b.width) / 2 && a.top < b.top + b.height && b.top < a.top + a.height;
}

describe('names and bubbles', () => {
  it('never cover each other, however many stand in one place', () => {
    for (const way of ['below', 'above'] as const) {
      const layout = new Layout();
      const placed = Array.from({ length: 12 }, (_, n) => layout[way](box(100 + (n % 3) * 20, 50 + (n % 4) * 5)));
      const clashes = placed.flatMap((a, i) => placed.slice(i + 1).filter((b) => overlaps(a, b)));
      expect(clashes).toEqual([]);
    }
  });

  it('stay where they want to be when nothing is in the way', () => {
    const layout = new Layout();
    expect(layout.below(box(100, 50))).toEqual(box(100, 50));
    expect(layout.below(box(300, 50))).toEqual(box(300, 50));
  });
});

describe('a bubble at the edge of the map', () => {
  it('stays whole: it moves in from the sides and down from the top', () => {
    expect(within(box(10, -5), 400)).toEqual(box(30, 0));
    expect(within(box(395, 50), 400)).toEqual(box(370, 50));
    expect(within(box(200, 50), 400)).toEqual(box(200, 50));
  });
});
