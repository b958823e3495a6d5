import { describe, expect, it } from 'vitest';
import { Calendar } from '../../../src/town/calendar.ts';
import type { MarkKind, MarkView, TimelineView } from '../../../src/town/generated.ts';
import { place } from '../../../src/town/timeline/lanes.ts';
import { TimelineLook } from '../../../src/town/timeline/look.ts';
import { hashOf, momentIn } from '../../../src/town/timeline/moment.ts';
import { labelsOf, outlineOf, Scale } from '../../../src/town/timeline/scale.ts';

const calendar = new Calendar('2023-02-13T07:00:00');

const mark = (kind: MarkKind, tick: number): MarkView => ({
  kind,
  tick,
  bin: 0,
  count: 1,
  seq: 1,
  who: [],
  what: '',
  author: null,
  input: null,
  number: null,
  sent: null,
});

describe('the strip of a life', () => {
  it('leads from a tick to its place and back', () => {
    const scale = new Scale(0, 8640);
    for (const tick of [0, 1, 4321, 8640]) expect(scale.tick(scale.part(tick))).toBe(tick);
    expect([scale.part(-5), scale.part(9999)]).toEqual([0, 1]);
  });

  it('names hours where there is room, and days where there is not', () => {
    const day = labelsOf(new Scale(0, 8640), calendar, 900);
    expect(day.map(({ text }) => text)).toEqual(['09:00', '12:00', '15:00', '18:00', '21:00', 'Tue', '03:00', '06:00']);
    const week = labelsOf(new Scale(0, 7 * 8640), calendar, 700);
    expect(week.map(({ text }) => text)).toEqual(['Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun', 'Mon']);
    expect(week.every(({ tick }) => calendar.clock(tick) === '00:00')).toBe(true);
  });

  it('draws how much happened, the most as high as there is room', () => {
    expect(outlineOf([1, 4, 0], 0, 10, new Scale(0, 30))).toBe(
      'M0 1L0.0000 0.500L0.3333 0.500L0.3333 0.000L0.6667 0.000L0.6667 1.000L1.0000 1.000L1.0000 1Z',
    );
  });

  it('lets the rarest stand for those that share its place, and hides none in another row', () => {
    const placed = place([mark('talk', 3), mark('visitor', 4), mark('intervention', 5), mark('kept', 30)], (tick) =>
      Math.floor(tick / 10),
    );
    expect(placed.map((one) => [one.mark.kind, one.marks.length])).toEqual([
      ['talk', 1],
      ['intervention', 2],
      ['kept', 1],
    ]);
  });
});

describe('a moment in an address', () => {
  it('is read as it was written', () => {
    const moment = { tick: 1200, who: 'maria_lopez', view: { x: 310, y: 44 } };
    expect(hashOf(moment)).toBe('at=1200&who=maria_lopez&x=310&y=44');
    expect(momentIn(`#${hashOf(moment)}`)).toEqual(moment);
    expect(momentIn('#at=7')).toEqual({ tick: 7, who: null, view: null });
  });

  it.each(['', '#', '#at=', '#at=soon', '#at=-3', '#at=1e9', '#who=ana', '#at=99999999999'])(
    'is none where nothing names one: %s',
    (hash) => {
      expect(momentIn(hash)).toBe(null);
    },
  );
});

describe('a part of a life', () => {
  const asked: { from: number; upto: number }[] = [];
  const read = (query: { from: number; upto: number; bins: number }): Promise<TimelineView> => {
    asked.push({ from: query.from, upto: query.upto });
    const horizon = { tick: 20_000, order: 0, seq: 1 };
    const marks = query.from === 0 ? [mark('talk', 10), mark('talk', 19_000)] : [mark('talk', 9000)];
    return Promise.resolve({ from_tick: query.from, upto_tick: query.upto, size: 1, density: [], marks, horizon });
  };

  it('is the day or the hours around what is shown, and follows it', async () => {
    const look = new TimelineLook({ timeline: read }, () => 20_000);
    await look.look();
    look.zoom('day', 9000, calendar);
    // Monday began at seven: Tuesday is ticks 6120 to 14,759.
    expect(look.range.value).toEqual({ from: 6120, upto: 14_759 });
    await Promise.resolve();
    look.keepInSight(14_000, calendar);
    expect(look.range.value?.from).toBe(6120);
    look.keepInSight(15_000, calendar);
    expect(look.range.value?.from).toBe(14_760);
    look.zoom('hours', 9100, calendar);
    expect(look.range.value).toEqual({ from: 8640, upto: 9720 });
    look.zoom('life', 9100, calendar);
    expect(look.range.value).toBe(null);
    expect(asked).toEqual([
      { from: 0, upto: 20_000 },
      { from: 6120, upto: 14_759 },
      { from: 14_760, upto: 20_000 },
      { from: 8640, upto: 9720 },
      { from: 0, upto: 20_000 },
    ]);
  });

  it('does not keep the keys from marks beyond it', async () => {
    const look = new TimelineLook({ timeline: read }, () => 20_000);
    await look.look();
    look.zoom('day', 8900, calendar);
    await Promise.resolve();
    await Promise.resolve();
    expect(look.next(8900, true)?.tick).toBe(9000);
    expect(look.next(9000, true)?.tick).toBe(19_000);
    expect(look.next(8900, false)?.tick).toBe(10);
  });
});
