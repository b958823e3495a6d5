/** The objects in town as they are just now: burning, running, open, laid, broken, and what of it shines at night. */
import type { Sprite } from 'pixi.js';
import type { StateDocument } from '../town/generated.ts';
import type { Setting } from '../town/setting.ts';
import type { Art, Prop, ShowFrames } from './art.ts';
import { showsNow, SLOTS, type Slot, type User } from './shows.ts';

/** Frames a second. */
const PACE = 5;
/** Shows that give light. */
const SHINING = new Set(['burning', 'on', 'game', 'lamp']);
/** The kinds of places that staff stand at, and the doing of those who sell. */
const SERVING = /\bserving place|behind the/i;
const SELLING = 'sell';

interface Layer {
  show: string;
  frames: ShowFrames;
  sprite: Sprite;
}

interface Thing {
  object: string;
  prop: Prop;
  able: Readonly<Record<string, ShowFrames>>;
  sprite: Sprite;
  layers: Map<Slot, Layer>;
}

export class Things {
  /** Addresses of the things that give light now; a new set whenever it changes. */
  shining: ReadonlySet<string> = new Set();
  private readonly things: Thing[] = [];
  /** Arenas that somebody may serve in. */
  private readonly counters = new Set<string>();
  private readonly art: Art;
  private readonly setting: Setting;
  private read: Pick<StateDocument, 'objects' | 'residents' | 'visitors'> | null = null;

  constructor(art: Art, setting: Setting) {
    this.art = art;
    this.setting = setting;
    for (const { kind, arena } of setting.scenario.objects) if (SERVING.test(kind)) this.counters.add(arena);
  }

  /** Shows on `sprite`, which stands in town already, what its object does. */
  watch(prop: Prop, sprite: Sprite): void {
    if (prop.object === null || prop.shows === undefined) return;
    this.things.push({ object: prop.object, prop, able: prop.shows, sprite, layers: new Map() });
  }

  draw(state: StateDocument, now: number): void {
    const { read } = this;
    const same =
      read?.objects === state.objects && read.residents === state.residents && read.visitors === state.visitors;
    if (!same) this.readFrom(state);
    const turn = Math.floor((now / 1000) * PACE);
    for (const { layers } of this.things) {
      for (const { sprite, frames } of layers.values()) {
        if (frames.f > 1) this.art.show(sprite, `${frames.n}_${turn % frames.f}`);
      }
    }
  }

  private readFrom(state: StateDocument): void {
    this.read = { objects: state.objects, residents: state.residents, visitors: state.visitors };
    const { users, serving } = doings(state, this.setting);
    const shining = new Set<string>();
    for (const thing of this.things) {
      const arena = this.setting.things.get(thing.object)?.arena;
      const served = arena !== undefined && this.counters.has(arena) ? serving.has(arena) : null;
      const words = state.objects[thing.object]?.state ?? this.setting.things.get(thing.object)?.state ?? '';
      const shown = showsNow(thing.able, { state: words, users: users.get(thing.object) ?? [], served });
      for (const slot of SLOTS) this.show(thing, slot, shown[slot] ?? null);
      thing.sprite.visible = ![...thing.layers.values()].some(({ frames }) => frames.instead === true);
      if ([...thing.layers.values()].some(({ show }) => SHINING.has(show))) shining.add(thing.object);
    }
    const as = this.shining;
    if (shining.size !== as.size || [...shining].some((object) => !as.has(object))) this.shining = shining;
  }

  private show(thing: Thing, slot: Slot, show: string | null): void {
    const before = thing.layers.get(slot);
    if ((before?.show ?? null) === show) return;
    before?.sprite.destroy();
    thing.layers.delete(slot);
    const frames = show === null ? undefined : thing.able[show];
    if (show === null || frames === undefined) return;
    const sprite = this.art.sprite(`${frames.n}_0`);
    sprite.position.set(thing.prop.x, thing.prop.y);
    sprite.zIndex = thing.prop.y + thing.prop.z + 0.2 + 0.1 * SLOTS.indexOf(slot);
    thing.sprite.parent?.addChild(sprite);
    thing.layers.set(slot, { show, frames, sprite });
  }
}

/** Who does what with which object, and the arenas in which somebody serves. */
function doings(
  { residents, visitors }: StateDocument,
  setting: Setting,
): { users: Map<string, User[]>; serving: Set<string> } {
  const users = new Map<string, User[]>();
  const serving = new Set<string>();
  const add = (object: string, user: User) => {
    const known = users.get(object);
    if (known === undefined) users.set(object, [user]);
    else known.push(user);
  };
  for (const { action } of Object.values(residents)) {
    if (action?.begun == null) continue;
    const { need, activity, asleep, object, arena } = action;
    if (object !== null) add(object, { need, activity, lying: asleep });
    if (need === SELLING || (object !== null && SERVING.test(setting.things.get(object)?.kind ?? '')))
      serving.add(arena);
  }
  for (const { doing } of Object.values(visitors)) {
    if (doing !== null) add(doing.object, { need: '', activity: doing.activity, lying: doing.pose === 'lying' });
  }
  return { users, serving };
}
