/** This page's visitor in a town: walks in, walks, speaks, leaves. Reads the store, tells the town, never waits for it. */
import { computed, signal } from '@preact/signals';
import { inEarshot, reachOf, type Aim, type Hearer, type Reach } from './earshot.ts';
import { fateOf, type Fate } from './fate.ts';
import { Gait } from './gait.ts';
import type { AnyInput, EmoteInput, Recorded, Tile, Visitor } from './generated.ts';
import { choicesAt, type Choice } from './handling.ts';
import { Heard, withTalks, type HeardLine } from './heard.ts';
import { positionOf } from './reduce.ts';
import { visitorId } from './session.ts';
import type { Setting } from './setting.ts';
import { beside, Steering, type Heading } from './steering.ts';
import { Steps, type Refused } from './steps.ts';
import type { TownStore } from './store.ts';
import { isUnsure, Unsure } from './unsure.ts';
import { looks, randomId, visitorName } from './visitor.ts';
import {
  confirmed,
  found,
  ledAlong,
  MOST_TILES,
  refused,
  sentOff,
  standingAt,
  stepped,
  tileOf,
  unsent,
  type Walking,
} from './walking.ts';
import { apart, isSame, wayTo } from './ways.ts';

/** How the own body is drawn. */
export interface OwnBody {
  id: string;
  /** In tiles, fractional on the way. */
  x: number;
  y: number;
  facing: Heading;
  walking: boolean;
}

export class Visit {
  /** The own visitor as the town has it; null while one only watches. */
  readonly me = computed<Visitor | null>(() => this.store.present.value?.visitors[visitorId()] ?? null);
  /** The tile that one stands on, or is stepping on to. */
  readonly tile = signal<Tile | null>(null);
  /** Where a click sent one, until one is there. */
  readonly goal = signal<Tile | null>(null);
  /** Whether the camera goes along. */
  readonly following = signal(false);
  readonly followed = computed(() => (this.following.value ? (this.me.value?.id ?? null) : null));
  /** Why the last thing that was tried did not happen. */
  readonly refusal = signal<Refused | null>(null);
  /** One was shown out, or left by another tab. */
  readonly ledOut = signal(false);
  readonly aim = signal<Aim>({ kind: 'nearest' });
  /** Who hears what one says, nearest first. */
  readonly near = computed<readonly Hearer[]>(() => this.listeners());
  readonly reach = computed<Reach>(() => reachOf(this.aim.value, this.near.value));
  /** What one can do with the things within reach, nearest first. */
  readonly choices = computed<readonly Choice[]>(() => this.withinReach());
  /** What one said and heard on this visit, oldest first. */
  readonly lines = computed<readonly HeardLine[]>(() => {
    const { lines } = this.store.dialogues;
    return withTalks(this.heard.lines.value, lines.value, visitorId(), this.me.value?.since ?? Infinity);
  });

  private readonly store: TownStore;
  private readonly heard = new Heard(visitorId());
  private readonly steering = new Steering();
  private readonly steps: Steps;
  private walking: Walking | null = null;
  private gait: Gait | null = null;
  private route: readonly Tile[] = [];
  /** Tiles that another tab of this visitor walked, and that are still to be drawn here. */
  private led: readonly Tile[] = [];
  private pressed: number | null = null;
  private leaving = false;
  private readonly unsure = new Unsure();

  constructor(store: TownStore) {
    this.store = store;
    this.steps = new Steps(store.id, visitorId(), {
      takeUnsent: () => this.takeUnsent(),
      refused: (why) => this.turnBack(why),
    });
  }

  /** Follows the town's word on the own body. Returns what ends it. */
  open(): () => void {
    return this.store.follow((recorded) => this.learn(recorded));
  }

  // --- What the person does ------------------------------------------------------------------------------------------

  async enter(): Promise<Fate> {
    this.ledOut.value = false;
    const fate = await this.give({
      kind: 'enter',
      visitor: visitorId(),
      name: visitorName.value,
      looks: looks.value,
    });
    if (fate.done) this.following.value = true;
    return fate;
  }

  async leave(): Promise<Fate> {
    this.leaving = true;
    const fate = await this.give({ kind: 'leave', visitor: visitorId() });
    if (!fate.done && !isUnsure(fate)) this.leaving = false;
    return fate;
  }

  /** Says something to whoever `reach` names. What is sent anew, as no answer came, is said once. */
  async speak(text: string): Promise<Fate> {
    const reach = this.reach.value;
    if (reach.kind !== 'one' && reach.kind !== 'all') return { done: false, error: 'NobodyNear', reason: '' };
    const name = this.me.value?.name ?? visitorName.value;
    const to = reach.kind === 'one' ? reach.id : null;
    const key = this.unsure.keyFor(to, text);
    const fate = await this.give({ kind: 'speak', visitor: visitorId(), name, to, text }, key);
    if (fate.done || !isUnsure(fate)) this.unsure.settled(key);
    return fate;
  }

  /** Shows the others what one feels. */
  async emote(emote: EmoteInput['emote']): Promise<Fate> {
    return this.give({ kind: 'emote', visitor: visitorId(), emote });
  }

  async use({ thing, use }: Choice): Promise<Fate> {
    return this.give({ kind: 'use_object', visitor: visitorId(), object: thing.id, use: use.id });
  }

  /** Ends what one does with an object. */
  async stop(): Promise<Fate | null> {
    const doing = this.me.value?.doing ?? null;
    if (doing === null) return null;
    return this.give({ kind: 'use_object', visitor: visitorId(), object: doing.object, use: 'stop' });
  }

  /** What the key for using things means just now: to stop, or the nearest thing's first use. */
  async useNearest(): Promise<Fate | null> {
    if (this.me.value?.doing != null) return this.stop();
    const [first] = this.choices.value;
    return first === undefined ? null : this.use(first);
  }

  /** A key that leads somewhere was pressed at the moment `at`. */
  press(heading: Heading, at: number): void {
    if (this.walking === null) return;
    this.route = [];
    this.goal.value = null;
    this.refusal.value = null;
    this.pressed = at;
    this.forgetAim();
    this.following.value = true;
    this.steering.press(heading);
  }

  /** Whoever walks away from those they spoke to speaks to others next. */
  private forgetAim(): void {
    if (this.reach.value.kind === 'away') this.aim.value = { kind: 'nearest' };
  }

  release(heading: Heading): void {
    this.steering.release(heading);
  }

  /** All keys were let go, as when the page is left. */
  halt(): void {
    this.steering.stop();
  }

  /** Walks to a tile, or as near to it as one can stand. False if there is no way. */
  walkTo(goal: Tile): boolean {
    const setting = this.store.setting.value;
    if (this.walking === null || setting === null) return false;
    this.forgetAim();
    const start = tileOf(this.walking);
    const way = wayTo(setting.ground, start, goal, shunned(setting, start, goal));
    this.refusal.value = way === null ? { error: 'NoWay', reason: '' } : null;
    if (way === null) return false;
    this.steering.stop();
    this.route = way;
    this.goal.value = way.at(-1) ?? null;
    this.pressed = performance.now();
    this.following.value = true;
    return true;
  }

  /** Walks up to somebody: to where one hears them well. */
  walkUpTo(body: string): boolean {
    const { state, setting, now } = this.store;
    const resident = state.value?.residents[body];
    const at = resident === undefined ? state.value?.visitors[body]?.at : positionOf(resident, Math.floor(now));
    if (at === undefined || setting.value === null || !this.walkTo(at)) return false;
    this.aim.value = { kind: 'one', id: body };
    // Nobody likes to be stood upon.
    const beside = this.route.at(-2);
    const [last] = this.route.slice(-1);
    const isIn = beside !== undefined && setting.value.arenaAt(...beside) === setting.value.arenaAt(...at);
    if (isIn && last !== undefined && isSame(last, at)) {
      this.route = this.route.slice(0, -1);
      this.goal.value = beside;
    }
    return true;
  }

  // --- The frame -----------------------------------------------------------------------------------------------------

  /** Moves the own body on to the moment `now`. Returns how it is drawn; null while one is not in town. */
  advance(now: number): OwnBody | null {
    const me = this.me.value;
    if (me === null) {
      if (this.walking !== null) this.end();
      return null;
    }
    if (this.walking === null || this.gait === null) {
      this.walking = standingAt(me.at);
      this.gait = new Gait(me.at);
      this.ledOut.value = false;
    } else {
      const after = found(this.walking, me.at);
      // Of what it was in the midst of when it read the town anew, it hears no more.
      if (after !== this.walking) this.steps.heard(this.walking.ahead.length - after.ahead.length);
      this.settle(after);
    }
    const { gait } = this;
    gait.advance(now, () => this.nextTile(), this.pressed ?? now);
    this.pressed = null;
    const at = tileOf(this.walking);
    if (this.tile.value === null || apart(this.tile.value, at) > 0) this.tile.value = at;
    const [x, y] = gait.drawn;
    return { id: me.id, x, y, facing: gait.facing, walking: gait.walking };
  }

  // --- Inside --------------------------------------------------------------------------------------------------------

  private nextTile(): Tile | null {
    const ground = this.store.setting.value?.ground;
    if (this.walking === null || ground === undefined) return null;
    const [led, ...others] = this.led;
    if (led !== undefined) {
      this.led = others;
      return led;
    }
    const at = tileOf(this.walking);
    let next: Tile | null = null;
    if (this.steering.wanted) {
      const { step, blocked } = this.steering.next((heading) => ground.isFree(...beside(at, heading)));
      if (step !== null) next = beside(at, step);
      else if (blocked !== null && this.gait !== null) this.gait.facing = blocked;
    } else {
      next = this.route[0] ?? null;
      this.route = this.route.slice(1);
    }
    if (this.route.length === 0 && this.goal.value !== null && next === null) this.goal.value = null;
    if (next === null) return null;
    this.walking = stepped(this.walking, next);
    this.steps.flush();
    return next;
  }

  private takeUnsent(): readonly Tile[] {
    if (this.walking === null) return [];
    const path = unsent(this.walking);
    this.walking = sentOff(this.walking);
    return path;
  }

  /** Something happened in town. */
  private learn(recorded: Recorded): void {
    const { event } = recorded;
    if (event.kind === 'visitor_moved' && event.visitor === visitorId() && this.walking !== null) {
      this.walked(this.walking, event.path);
    } else if (event.kind === 'said') {
      const isNear = this.near.value.some(({ id }) => id === event.speaker);
      const name = this.store.present.value?.visitors[event.speaker]?.name ?? null;
      if (this.me.value !== null) this.heard.hear(recorded, event, isNear, name);
      if (event.speaker === visitorId()) this.unsure.said(event.text);
    }
  }

  /** The town says that the own body walked `path`. */
  private walked(before: Walking, path: readonly Tile[]): void {
    const led = ledAlong(before, path);
    // A page that nobody looked at does not walk after everything that it missed.
    if (led.length > 0 && this.led.length + led.length <= 2 * MOST_TILES) {
      this.led = [...this.led, ...led];
      this.walking = confirmed(before, path);
    } else {
      this.steps.heard(path.length - 1);
      this.settle(confirmed(before, path));
    }
  }

  /** Takes on what the town says; a body that is elsewhere than it was drawn glides there. */
  private settle(after: Walking): void {
    const before = this.walking;
    this.walking = after;
    if (before === null || after === before || apart(tileOf(before), tileOf(after)) === 0) return;
    this.stopThere(tileOf(after));
  }

  private turnBack(why: Refused): void {
    if (this.walking === null) return;
    this.refusal.value = why;
    this.walking = refused(this.walking);
    this.stopThere(tileOf(this.walking));
  }

  private stopThere(at: Tile): void {
    this.steps.reset();
    this.steering.stop();
    this.route = [];
    this.led = [];
    this.goal.value = null;
    this.gait?.correct(at);
  }

  private end(): void {
    this.walking = null;
    this.gait = null;
    this.tile.value = null;
    this.route = [];
    this.led = [];
    this.goal.value = null;
    this.steering.stop();
    this.steps.reset();
    this.following.value = false;
    this.refusal.value = null;
    this.aim.value = { kind: 'nearest' };
    this.unsure.forget();
    this.heard.forget();
    this.ledOut.value = !this.leaving;
    this.leaving = false;
  }

  private listeners(): readonly Hearer[] {
    const { present, setting, presentTick } = this.store;
    const [town, rooms, at] = [present.value, setting.value, this.tile.value];
    if (town === null || rooms === null || at === null) return [];
    return inEarshot(town, rooms, presentTick.value, at, visitorId());
  }

  private withinReach(): readonly Choice[] {
    const { present, setting } = this.store;
    const [town, place, at] = [present.value, setting.value, this.tile.value];
    return town === null || place === null || at === null ? [] : choicesAt(place, town.objects, at);
  }

  /** Hands in an input and waits for its fate. */
  private async give(input: AnyInput, key = randomId()): Promise<Fate> {
    this.refusal.value = null;
    const fate = await fateOf(this.store.id, input, key);
    if (!fate.done) this.refusal.value = { error: fate.error, reason: fate.reason };
    return fate;
  }
}

/** Rooms that one does not walk through on the way to somewhere else: homes, and shops. */
function shunned(setting: Setting, start: Tile, goal: Tile): (x: number, y: number) => boolean {
  const sectorAt = (x: number, y: number) => setting.arenas.get(setting.arenaAt(x, y) ?? '')?.sector;
  const own = new Set([sectorAt(...start), sectorAt(...goal)]);
  return (x, y) => {
    const sector = sectorAt(x, y);
    if (sector === undefined || own.has(sector)) return false;
    const { private: home, hours } = setting.sectors.get(sector) ?? { private: false, hours: null };
    return home || hours !== null;
  };
}
