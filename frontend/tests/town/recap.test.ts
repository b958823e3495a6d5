import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { api } from '../../src/town/api.ts';
import type { RecapView, WrittenView } from '../../src/town/generated.ts';
import { RecapLook, WORTH_ASKING } from '../../src/town/recap.ts';
import { session } from '../../src/town/session.ts';

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

describe('what happened', () => {
  const span = { from: 0, upto: 9 };
  const told = (by: WrittenView['by'], text: string): RecapView => ({
    from_tick: 0,
    upto_tick: 9,
    sentences: [{ text, icon: '', tick: 5, seqs: [1], who: [] }],
    written: { by, why: null, language: 'English' },
  });
  const shown = (look: RecapLook) => look.view.value?.sentences[0]?.text;

  beforeEach(() => vi.useFakeTimers());

  afterEach(() => {
    vi.restoreAllMocks();
    vi.useRealTimers();
    session.value = null;
  });

  const signedInAs = (role: 'viewer' | 'visitor') =>
    (session.value = { role, visitor: 'visitor:me', label: '', expires_at: null });

  it('is read at once, and in the words of the town’s mind as soon as these are there', async () => {
    signedInAs('visitor');
    const read = vi.spyOn(api, 'recap').mockResolvedValueOnce(told('unasked', 'By rules.'));
    vi.spyOn(api, 'haveRecapWritten').mockResolvedValue(told('writing', 'By rules.'));
    read.mockResolvedValueOnce(told('writing', 'By rules.')).mockResolvedValueOnce(told('model', 'By the mind.'));
    const look = new RecapLook('t-1', () => 9);
    const done = look.tell(span);
    await vi.advanceTimersByTimeAsync(0);
    expect([shown(look), look.view.value?.written.by]).toEqual(['By rules.', 'writing']);
    await vi.advanceTimersByTimeAsync(3000);
    await done;
    expect([shown(look), look.view.value?.written.by]).toEqual(['By the mind.', 'model']);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(read).toHaveBeenCalledTimes(3);
  });

  it('is not looked for any more once it is closed', async () => {
    signedInAs('visitor');
    const read = vi.spyOn(api, 'recap').mockResolvedValue(told('writing', 'By rules.'));
    const look = new RecapLook('t-1', () => 9);
    void look.tell(span);
    await vi.advanceTimersByTimeAsync(0);
    look.close();
    await vi.advanceTimersByTimeAsync(10_000);
    expect(read).toHaveBeenCalledTimes(1);
    expect(look.view.value).toBe(null);
  });

  it('is not asked of the town’s mind by who only watches', async () => {
    signedInAs('viewer');
    vi.spyOn(api, 'recap').mockResolvedValue(told('unasked', 'By rules.'));
    const haveWritten = vi.spyOn(api, 'haveRecapWritten');
    const look = new RecapLook('t-1', () => 9);
    await look.tell(span);
    expect(shown(look)).toBe('By rules.');
    expect(haveWritten).not.toHaveBeenCalled();
  });
});
