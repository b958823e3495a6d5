/** What came of an intervention, live: read anew while it spreads, and made into rows that one can read. */
import { signal } from '@preact/signals';
import { api } from './api.ts';
import type { AftermathView, AnyEvent, Recorded, StepKind, StepView } from './generated.ts';

/** Between two looks while things happen, in real milliseconds. */
const AGAIN_MS = 2000;

/** What can be part of an aftermath. */
const TELLING: ReadonlySet<AnyEvent['kind']> = new Set([
  'remembered',
  'answered',
  'said',
  'day_planned',
  'goal_set',
  'believed',
  'offer_answered',
  'commitment_settled',
  'request_judged',
  'request_carried_out',
]);

export class AftermathLook {
  /** Id of the input that is followed. */
  readonly followed = signal<number | null>(null);
  readonly view = signal<AftermathView | null>(null);
  readonly problem = signal('');
  private readonly read: (number: number) => Promise<AftermathView>;
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(town: string, read = (number: number) => api.effects(town, number)) {
    this.read = read;
  }

  follow(number: number): void {
    this.close();
    this.followed.value = number;
    void this.look();
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.asked += 1;
    this.followed.value = null;
    this.view.value = null;
    this.problem.value = '';
  }

  /** Looks again, a little after an event that may belong to it. */
  hear({ event }: Recorded): void {
    if (this.followed.peek() === null || this.timer !== undefined || !TELLING.has(event.kind)) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.look();
    }, AGAIN_MS);
  }

  private async look(): Promise<void> {
    const number = this.followed.peek();
    if (number === null) return;
    const asked = ++this.asked;
    try {
      const view = await this.read(number);
      if (asked === this.asked) [this.view.value, this.problem.value] = [view, ''];
    } catch (error) {
      if (asked === this.asked) this.problem.value = error instanceof Error ? error.message : String(error);
    }
  }
}

/** Sorts of steps, as one asks for them. */
export const SORTS = ['noticed', 'acted', 'replanned', 'told', 'thought', 'word'] as const;
export type Sort = (typeof SORTS)[number];

const SORT_OF: Readonly<Record<StepKind, Sort | null>> = {
  did: null,
  perceived: 'noticed',
  reacted: 'acted',
  replied: 'acted',
  replanned: 'replanned',
  told: 'told',
  believed: 'thought',
  reflected: 'thought',
  aimed: 'thought',
  agreed: 'word',
  declined: 'word',
  kept: 'word',
  broken: 'word',
};

export const sortOf = ({ kind }: StepView): Sort | null => SORT_OF[kind];

/** A step as it is listed. */
export interface Row {
  step: StepView;
  /** Whoever noticed it made up its mind to go on as before. */
  wentOn: boolean;
  /** Its words are those of a row above. */
  isToldAbove: boolean;
}

/**
 * The steps without repetition: what was done stands above them, who notices the same again is listed once, and that
 * somebody goes on as before is told with what it noticed.
 */
export function rowsOf(steps: readonly StepView[]): Row[] {
  const rows = new Map<number, Row>();
  const noticed = new Map<string, number>();
  const wasThere = new Map<number, number>();
  const said = new Set<string>();
  for (const step of steps) {
    if (step.kind === 'did' && step.of === null) continue;
    if (step.kind === 'perceived') {
      const first = `${step.resident ?? ''} ${step.of ?? ''}`;
      const known = noticed.get(first);
      if (known !== undefined) {
        wasThere.set(step.seq, known);
        continue;
      }
      noticed.set(first, step.seq);
    }
    if (step.kind === 'reacted' && step.choice === 'go_on') {
      const row = rows.get(wasThere.get(step.of ?? 0) ?? step.of ?? 0);
      if (row !== undefined) row.wentOn = true;
      continue;
    }
    rows.set(step.seq, { step, wentOn: false, isToldAbove: said.has(step.words) });
    said.add(step.words);
  }
  return [...rows.values()];
}

export function countsOf(rows: readonly Row[]): ReadonlyMap<Sort, number> {
  const counts = new Map<Sort, number>();
  for (const { step } of rows) {
    const sort = sortOf(step);
    if (sort !== null) counts.set(sort, (counts.get(sort) ?? 0) + 1);
  }
  return counts;
}

/** When somebody came to know of something. */
export interface Learning {
  who: string;
  tick: number;
}

/** Each who noticed it or was told, by the first time. */
export function learningsOf(steps: readonly StepView[]): Learning[] {
  const first = new Map<string, number>();
  for (const { kind, resident, other, tick } of steps) {
    const who = kind === 'perceived' ? resident : kind === 'told' ? other : null;
    if (who !== null && !who.startsWith('visitor:') && !first.has(who)) first.set(who, tick);
  }
  return [...first].map(([who, tick]) => ({ who, tick }));
}
