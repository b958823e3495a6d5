/**
 * A director's steps in a resident's place. The resident walks as residents do, at the pace of the town: a tap of a key
 * is a step, a key that is held leads straight on until it is let go, a click leads to its tile.
 *
 * What is sent last counts; while the town takes one way in, only the newest of the others is kept.
 */
import { computed, signal } from '@preact/signals';
import type { Outcome } from './actions.ts';
import type { Resident, StateDocument, Tile } from './generated.ts';
import { positionOf } from './reduce.ts';
import { beside, type Heading } from './steering.ts';
import { isSame, wayTo, type Ground } from './ways.ts';

/** So long a key is a tap, in real milliseconds. */
export const TAP_MS = 220;
/** A held key leads so many tiles at most. */
export const FAR = 16;

/** What it needs of the page. */
export interface Stage {
  /** Who acts: this page's visitor. */
  readonly visitor: string;
  /** The town as it is now. */
  town(): StateDocument | null;
  tick(): number;
  ground(): Ground | null;
  go(resident: string, tile: Tile): Promise<Outcome>;
}

export class Acting {
  /** For whom one acts; null for nobody. */
  readonly me = computed<Resident | null>(() => {
    const all = Object.values(this.stage.town()?.residents ?? {});
    return all.find(({ stand_in }) => stand_in?.visitor === this.stage.visitor) ?? null;
  });
  /** Where a tap or a click leads, until it is there. */
  readonly goal = computed<Tile | null>(() => {
    const [to, at] = [this.sought.value, this.at()];
    return to === null || at === null || isSame(to, at) ? null : to;
  });
  /** Whether the camera goes along. */
  readonly following = signal(false);
  readonly followed = computed(() => (this.following.value ? (this.me.value?.id ?? null) : null));
  /** Why the last step was not taken; '' if it was. */
  readonly refusal = signal('');

  private readonly stage: Stage;
  private readonly sought = signal<Tile | null>(null);
  private held: Heading[] = [];
  private tap: ReturnType<typeof setTimeout> | undefined;
  private sending = false;
  private next: Tile | null = null;

  constructor(stage: Stage) {
    this.stage = stage;
  }

  press(heading: Heading): void {
    if (this.me.peek() === null) return;
    this.held = [...this.held.filter((other) => other !== heading), heading];
    clearTimeout(this.tap);
    this.tap = setTimeout(() => {
      this.tap = undefined;
      this.lead(heading, FAR, this.at());
    }, TAP_MS);
  }

  release(heading: Heading): void {
    const led = this.held.at(-1) === heading;
    this.held = this.held.filter((other) => other !== heading);
    if (!led) return;
    const other = this.held.at(-1);
    if (this.tap !== undefined) {
      // Taps add up, while the town has not taken all of them in.
      this.lead(heading, 1, this.goal.peek() ?? this.at());
    } else if (other === undefined) {
      this.lead(heading, 1, this.at());
    } else {
      this.lead(other, FAR, this.at());
    }
    clearTimeout(this.tap);
    this.tap = undefined;
  }

  /** All keys were let go, as when the page is left: it stops with its next step. */
  halt(): void {
    const last = this.held.at(-1);
    const walks = this.tap === undefined;
    clearTimeout(this.tap);
    this.tap = undefined;
    this.held = [];
    if (last !== undefined && walks) this.lead(last, 1, this.at());
  }

  /** Leads to a tile, or as near to it as one can stand. False if there is no way. */
  walkTo(wanted: Tile): boolean {
    const [ground, at] = [this.stage.ground(), this.at()];
    if (ground === null || at === null) return false;
    const goal = isSame(wanted, at) ? at : wayTo(ground, at, wanted, () => false)?.at(-1);
    if (goal === undefined) return false;
    this.following.value = true;
    this.refusal.value = '';
    this.sought.value = goal;
    this.next = goal;
    void this.send();
    return true;
  }

  private at(): Tile | null {
    const me = this.me.value;
    return me === null ? null : positionOf(me, Math.floor(this.stage.tick()));
  }

  /** Straight on from a tile, as far as one can walk. */
  private lead(heading: Heading, most: number, from: Tile | null): void {
    const ground = this.stage.ground();
    if (ground === null || from === null) return;
    let goal = from;
    for (let n = 0; n < most && ground.isFree(...beside(goal, heading)); n++) goal = beside(goal, heading);
    const at = this.at();
    const stands = at !== null && isSame(goal, at) && this.goal.peek() === null;
    if (!stands) this.walkTo(goal);
  }

  private async send(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    for (let goal = this.take(); goal !== null; goal = this.take()) {
      const me = this.me.peek();
      if (me === null) break;
      const outcome = await this.stage.go(me.id, goal);
      if (outcome.done) continue;
      this.refusal.value = outcome.reason;
      this.sought.value = null;
    }
    this.sending = false;
  }

  private take(): Tile | null {
    const goal = this.next;
    this.next = null;
    return goal;
  }
}
