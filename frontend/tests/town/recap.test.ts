import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { RecapLook, WORTH_ASKING } from '../../src/town/recap.ts';

/** A browser's page, as far as it matters: whether it is seen, and what it keeps. */
class APage extends EventTarget {
  hidden = false;

  see(seen: boolean): void {
    this.hidden = !seen;
    this.dispatchEvent(new Event('visibilitychange'));
  }
}

describe('whoever watches a town', () => {
  let page: APage;
  let tick: number;

  beforeEach(() => {
    vi.useFakeTimers();
    page = new APage();
    tick = 1000;
    const kept = new Map<string, string>();
    vi.stubGlobal('document', page);
    vi.stubGlobal('localStorage', {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    });
  });

  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });

  const aLook = (town = 't-1') => new RecapLook(town, () => tick);

  it('is asked nothing on the first visit, nor while it watches, however fast the town goes', () => {
    const look = aLook();
    look.open();
    vi.advanceTimersByTime(5000);
    tick += 10 * WORTH_ASKING;
    vi.advanceTimersByTime(5000);
    expect(look.missedSince.value).toBe(null);
  });

  it('is asked on coming back after two hours of the town’s time', () => {
    const first = aLook();
    const leave = first.open();
    vi.advanceTimersByTime(5000);
    leave();
    tick += WORTH_ASKING;
    const again = aLook();
    again.open();
    vi.advanceTimersByTime(5000);
    expect(again.missedSince.value).toBe(999);
    const elsewhere = aLook('t-2');
    elsewhere.open();
    vi.advanceTimersByTime(5000);
    expect(elsewhere.missedSince.value).toBe(null);
  });

  it('is asked when the page is seen again, and not after a short while', () => {
    const look = aLook();
    look.open();
    vi.advanceTimersByTime(5000);
    page.see(false);
    tick += WORTH_ASKING - 1;
    page.see(true);
    expect(look.missedSince.value).toBe(null);
    page.see(false);
    tick += WORTH_ASKING;
    page.see(true);
    expect(look.missedSince.value).toBe(1000 + WORTH_ASKING - 2);
  });
});
