/** What is seen of an object's state on the map: flames where it burns, drops where it leaks, a mark where it is odd. */
import type { Container, Sprite } from 'pixi.js';
import type { StateDocument } from '../town/generated.ts';
import type { Setting } from '../town/setting.ts';
import type { Art, Prop } from './art.ts';

/** Frames a second. */
const PACE = 5;

/** Words in a state and the effect that shows them; the first that fits counts. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/\b(fire|flam|burn|ablaze|blaz)/i, 'flame'],
  [/\b(smok|smoulder|smolder)/i, 'smoke'],
  [/\b(gas|fume|stench|stink|toxic)/i, 'gas'],
  [/\b(leak|drip|flood|overflow|wet|spill|water)/i, 'drip'],
  [/\b(ant|ants|bug|bugs|bee|bees|wasp|fly|flies|insect|cockroach|swarm|mice|infest)/i, 'bugs'],
  [/\b(spark|electri|short[- ]circuit)/i, 'spark'],
  [/\b(glow|shin|lit|polish|gleam)/i, 'glow'],
];
/** What shows only where it is everyday. */
const HOMELY: readonly (readonly [RegExp, string])[] = [
  [/\b(brew|cook|boil|steam|simmer|kettle on|hissing)/i, 'steam'],
];

/** The effect for a state in words; null where nothing is to be seen of it. */
export function signOf(state: string, unusual: boolean): string | null {
  const found = (unusual ? SIGNS : HOMELY).find(([words]) => words.test(state));
  return found?.[1] ?? (unusual ? 'alert' : null);
}

interface Omen {
  sprite: Sprite;
  sign: string;
}

export class Omens {
  private readonly shown = new Map<string, Omen>();
  private readonly props: ReadonlyMap<string, Prop>;
  private readonly art: Art;
  private readonly setting: Setting;
  private readonly sorted: Container;
  private drawnFrom: StateDocument['objects'] | null = null;

  constructor(art: Art, setting: Setting, sorted: Container) {
    this.art = art;
    this.setting = setting;
    this.sorted = sorted;
    const entries = art.scene.props.flatMap((prop): [string, Prop][] =>
      prop.object === null ? [] : [[prop.object, prop]],
    );
    this.props = new Map(entries);
  }

  draw(objects: StateDocument['objects'], now: number): void {
    if (objects !== this.drawnFrom) this.read(objects);
    this.drawnFrom = objects;
    const frame = Math.floor((now / 1000) * PACE) % 4;
    for (const { sprite, sign } of this.shown.values()) this.art.show(sprite, `fx_${sign}_${frame}`);
  }

  private read(objects: StateDocument['objects']): void {
    for (const [object, state] of Object.entries(objects)) {
      const unusual = this.setting.isUnusual(object, state);
      const shows = this.props.get(object)?.shows;
      const drawn = !unusual && shows !== undefined && ('burning' in shows || 'brewing' in shows);
      const sign = drawn ? null : signOf(state.state, unusual);
      const before = this.shown.get(object);
      if (before?.sign === sign) continue;
      before?.sprite.destroy();
      this.shown.delete(object);
      const prop = this.props.get(object);
      if (sign !== null && prop !== undefined) this.shown.set(object, { sprite: this.raise(prop, sign), sign });
    }
  }

  private raise(prop: Prop, sign: string): Sprite {
    const sprite = this.art.sprite(`fx_${sign}_0`);
    const height = this.art.texture(prop.n).height;
    const above = sign === 'alert' ? height : Math.max(2, height * 0.45);
    sprite.position.set(prop.x, prop.y - above);
    sprite.zIndex = prop.y + Math.max(0, prop.z) + 1;
    return this.sorted.addChild(sprite);
  }
}
