import { describe, expect, it } from 'vitest';
import { widened } from '../../src/scene/culling.ts';

describe('what is drawn', () => {
  const view = { x: 403, y: 250, width: 450, height: 340 };

  it('reaches beyond the screen on every side', () => {
    const seen = widened(view);
    expect(seen.x).toBeLessThan(view.x - 40);
    expect(seen.y).toBeLessThan(view.y - 40);
    expect(seen.x + seen.width).toBeGreaterThan(view.x + view.width + 40);
    expect(seen.y + seen.height).toBeGreaterThan(view.y + view.height + 40);
  });

  it('stays the same while the view glides a little', () => {
    expect(widened({ ...view, x: 404, y: 251 })).toEqual(widened(view));
  });
});
