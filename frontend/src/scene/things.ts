/** The objects in town as they are just now: burning, running, open, laid, broken, and what of it shines at night. */
import type { Container, Sprite } from 'pixi.js';
import type { StateDocument, Tile } from '../town/generated.ts';
import type { Setting } from '../town/setting.ts';
import type { Art, Prop, ShowFrames } from './art.ts';
import { showsNow, SLOTS, type Occasion, type Slot, type User } from './shows.ts';

const TILE = 16;
/** Frames a second. */
const PACE = 5;
/** Milliseconds between two readings of the town, however fast it lives. */
const READS = 120;
/** Shows that give light. */
const SHINING = new Set(['burning', 'on', 'game', 'lamp']);
/** The kinds of places that staff stand at, what staff does elsewhere in the room, and what guests do things at. */
const SERVING = /\bserving place|behind the/i;
const SERVES = new Set(['sell', 'make', 'wash', 'cook', 'work', 'repair', 'write', 'study']);
const FOR_GUESTS = /\b(table|seat|chair|bench|sofa|stool|desk|counter)\b/i;
/** Occasions that a room is decorated for, how long before in ticks, and what the garlands hang on. */
const FESTIVE = /\b(party|celebrat|festival|wedding|birthday|anniversary|ball)\b/i;
const BEFORE = 360;
const HUNG = /\b(table|counter|piano|notice board|blackboard|shelf|bar)\b/i;
/** How near somebody is to that one of several tables which it uses, in pixels, and on how many of them things are left. */
const NEAR = 36;
const LEFT_ON_EACH = 4;

interface UserThere extends User {
  at: Tile;
}

interface Layer {
  show: string;
  frames: ShowFrames;
  sprite: Sprite;
}

interface Thing {
  object: string;
  prop: Prop;
  able: Readonly<Record<string, ShowFrames>>;
  /** Which one it is of an object that stands in several places, as the tables of a café do. */
  place: number;
  sprite: Sprite;
  layers: Map<Slot, Layer>;
  /** What it was read as while nobody used it; null while somebody does. */
  left: string | null;
}

export class Things {
  /** Addresses of the things that give light now; a new set whenever it changes. */
  shining: ReadonlySet<string> = new Set();
  private readonly things: Thing[] = [];
  /** Where an object stands, and in how many places: the tables of a café are one. */
  private readonly placesOf = new Map<string, Prop[]>();
  /** Arenas that somebody may serve in. */
  private readonly counters = new Set<string>();
  private readonly art: Art;
  private readonly setting: Setting;
  private moving: Layer[] = [];
  private readAt = 0;
  private turn = -1;
  private readonly sorted: Container;
  private read: Pick<StateDocument, 'objects' | 'residents' | 'visitors'> | null = null;

  constructor(art: Art, setting: Setting, sorted: Container) {
    this.art = art;
    this.sorted = sorted;
    this.setting = setting;
    for (const { kind, arena } of setting.scenario.objects) if (SERVING.test(kind)) this.counters.add(arena);
  }

  /** Shows on `sprite`, which stands in town already, what its object does. */
  watch(prop: Prop, sprite: Sprite): void {
    if (prop.object === null || prop.shows === undefined) return;
    const places = this.placesOf.get(prop.object) ?? [];
    this.placesOf.set(prop.object, places);
    const place = places.push(prop) - 1;
    this.things.push({ object: prop.object, prop, able: prop.shows, place, sprite, layers: new Map(), left: null });
  }

  draw(state: StateDocument, now: number): void {
    const { read } = this;
    const same =
      read?.objects === state.objects && read.residents === state.residents && read.visitors === state.visitors;
    if (!same && (read === null || now - this.readAt >= READS)) {
      this.readAt = now;
      this.readFrom(state);
    }
    for (const { sprite, layers } of this.things) {
      // Out of sight the thing itself is not among what is drawn, see `Culling`.
      for (const layer of layers.values()) layer.sprite.visible = sprite.parent !== null;
    }
    const turn = Math.floor((now / 1000) * PACE);
    if (turn === this.turn) return;
    this.turn = turn;
    for (const { sprite, frames } of this.moving) this.art.show(sprite, `${frames.n}_${turn % frames.f}`);
  }

  private readFrom(state: StateDocument): void {
    this.read = { objects: state.objects, residents: state.residents, visitors: state.visitors };
    const { users, serving } = doings(state, this.setting);
    const festive = festiveArenas(state);
    let changed = false;
    for (const thing of this.things) {
      const about = this.setting.things.get(thing.object);
      const arena = about?.arena ?? '';
      const words = state.objects[thing.object]?.state ?? about?.state ?? '';
      const served = this.counters.has(arena) ? serving.has(arena) : null;
      const hung = festive.has(arena) && thing.place % 2 === 0 && HUNG.test(about?.kind ?? '');
      const by = users.get(thing.object);
      const left = by === undefined ? `${words} ${served} ${hung}` : null;
      if (left !== null && left === thing.left) continue;
      thing.left = left;
      const shown = showsNow(thing.able, { ...this.usedAt(thing, by ?? [], words), served, festive: hung });
      for (const slot of SLOTS) changed = this.show(thing, slot, shown[slot] ?? null) || changed;
    }
    if (changed) this.gather();
  }

  /** Finds anew what moves, what shines and what somebody has in hand. */
  private gather(): void {
    const shining = new Set<string>();
    this.moving = [];
    for (const { object, sprite, layers } of this.things) {
      let inHand = false;
      for (const layer of layers.values()) {
        if (layer.frames.f > 1) this.moving.push(layer);
        if (SHINING.has(layer.show)) shining.add(object);
        inHand ||= layer.frames.instead === true;
      }
      sprite.visible = !inHand;
    }
    this.shining = shining;
  }

  /**
   * Of several tables, each shows what is done by those who are nearest to it, and some what is left on them. The words
   * of the state are about all tables, so they tell nothing of one where several people sit.
   */
  private usedAt(
    { object, prop, place }: Thing,
    users: readonly UserThere[],
    state: string,
  ): Pick<Occasion, 'state' | 'users'> {
    const places = this.placesOf.get(object) ?? [prop];
    if (places.length === 1) return { state, users };
    const near = users.filter(({ at }) => nearest(places, at) === prop);
    const told = users.length === 0 ? place % LEFT_ON_EACH === 0 : users.length === 1 && near.length > 0;
    return { state: told ? state : '', users: near };
  }

  /** Whether that is anything new. */
  private show(thing: Thing, slot: Slot, show: string | null): boolean {
    const before = thing.layers.get(slot);
    if ((before?.show ?? null) === show) return false;
    before?.sprite.destroy();
    thing.layers.delete(slot);
    const frames = show === null ? undefined : thing.able[show];
    if (show === null || frames === undefined) return true;
    const sprite = this.art.sprite(`${frames.n}_0`);
    sprite.position.set(thing.prop.x, thing.prop.y);
    sprite.zIndex = thing.prop.y + thing.prop.z + 0.2 + 0.1 * SLOTS.indexOf(slot);
    this.sorted.addChild(sprite);
    thing.layers.set(slot, { show, frames, sprite });
    return true;
  }
}

/** The one of `places` that somebody at `at` uses; null where none is in reach. */
function nearest(places: readonly Prop[], [x, y]: Tile): Prop | null {
  let best: Prop | null = null;
  let least = NEAR;
  for (const prop of places) {
    const away = Math.hypot((x + 0.5) * TILE - prop.x, (y + 1) * TILE - prop.y);
    if (away < least) [best, least] = [prop, away];
  }
  return best;
}

/** Who does what with which object, and the arenas in which somebody serves. */
function doings(
  { residents, visitors }: StateDocument,
  setting: Setting,
): { users: Map<string, UserThere[]>; serving: Set<string> } {
  const users = new Map<string, UserThere[]>();
  const serving = new Set<string>();
  const add = (object: string, user: UserThere) => {
    const known = users.get(object);
    if (known === undefined) users.set(object, [user]);
    else known.push(user);
  };
  for (const { action, at } of Object.values(residents)) {
    if (action === null) continue;
    const { need, activity, asleep, object, arena, begun } = action;
    const kind = object === null ? '' : (setting.things.get(object)?.kind ?? '');
    if (SERVING.test(kind) || need === 'sell' || (kind !== '' && SERVES.has(need) && !FOR_GUESTS.test(kind))) {
      serving.add(arena);
    }
    if (begun !== null && object !== null) add(object, { need, activity, lying: asleep, at });
  }
  for (const { doing, at } of Object.values(visitors)) {
    if (doing !== null) add(doing.object, { need: '', activity: doing.activity, lying: doing.pose === 'lying', at });
  }
  return { users, serving };
}

function festiveArenas({ commitments, tick }: StateDocument): Set<string> {
  const now = Object.values(commitments).filter(
    ({ what, start, end }) => FESTIVE.test(what) && tick >= start - BEFORE && tick < end,
  );
  return new Set(now.map(({ arena }) => arena));
}
