import { describe, expect, it } from 'vitest';
import { EventLog } from '../../src/town/log.ts';
import { aLog, announced } from './town.ts';

const events = aLog(['a', 'b', 'c', 'd', 'e'].map(announced));
const seqs = (taken: readonly { seq: number }[]) => taken.map(({ seq }) => seq);

describe('the log on the page', () => {
  it('hands out each event once, when its tick is shown', () => {
    const log = new EventLog(0);
    log.receive(events);
    expect(seqs(log.take(1))).toEqual([1, 2]);
    expect(seqs(log.take(1))).toEqual([]);
    expect(seqs(log.take(9))).toEqual([3, 4, 5]);
  });

  it('takes nothing twice when a resumed channel repeats itself', () => {
    const log = new EventLog(0);
    log.receive(events.slice(0, 3));
    log.receive(events);
    log.receive(events.slice(1, 4));
    expect(seqs(log.take(9))).toEqual([1, 2, 3, 4, 5]);
  });

  it('brings events that came in disorder into order', () => {
    const log = new EventLog(0);
    log.receive([...events].reverse());
    expect(log.broken).toBe(false);
    expect(seqs(log.take(9))).toEqual([1, 2, 3, 4, 5]);
  });

  it('shows nothing behind a gap, and resumes before it', () => {
    const log = new EventLog(0);
    log.receive([events[0], events[3]].filter((event) => event !== undefined));
    expect(log.broken).toBe(true);
    expect(seqs(log.take(9))).toEqual([1]);
    expect(log.last).toBe(1);
    log.mend();
    log.receive(events.slice(1));
    expect(log.broken).toBe(false);
    expect(seqs(log.take(9))).toEqual([2, 3, 4, 5]);
  });
});
