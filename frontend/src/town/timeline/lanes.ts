/** Where marks stand on the strip, so that none hides another. */
import type { MarkKind, MarkView } from '../generated.ts';

/** The strip's rows: two of signs, one of small dots, and the upper edge, from which bookmarks hang. */
export type Lane = 0 | 1 | 2 | 3;

const LANES: Readonly<Record<MarkKind, Lane>> = {
  bookmark: 3,
  intervention: 0,
  fired: 0,
  expired: 1,
  visitor: 0,
  news: 1,
  made: 1,
  kept: 1,
  broken: 1,
  refusal: 1,
  talk: 2,
  reflection: 2,
};
/** What stands where there is room for one alone: the rarer it is, the sooner. */
const RANK: readonly MarkKind[] = [
  'bookmark',
  'intervention',
  'fired',
  'broken',
  'kept',
  'refusal',
  'expired',
  'news',
  'made',
  'visitor',
  'reflection',
  'talk',
];

export interface Placed {
  /** The one that is drawn; the others are told with it. */
  mark: MarkView;
  /** All that stands here, itself included. */
  marks: readonly MarkView[];
  lane: Lane;
}

/**
 * One mark a slot and row.
 *
 * `slotOf` tells in which slot of the strip a tick lies; marks of a row that share one are told by the rarest.
 */
export function place(marks: readonly MarkView[], slotOf: (tick: number, lane: Lane) => number): Placed[] {
  const groups = new Map<string, MarkView[]>();
  for (const mark of marks) {
    const lane = LANES[mark.kind];
    const key = `${lane} ${slotOf(mark.tick, lane)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [mark]);
    else group.push(mark);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = [...group].sort((a, b) => RANK.indexOf(a.kind) - RANK.indexOf(b.kind) || a.tick - b.tick);
    return first === undefined ? [] : [{ mark: first, marks: group, lane: LANES[first.kind] }];
  });
}
