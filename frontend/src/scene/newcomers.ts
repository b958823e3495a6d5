/** Those who came to live in the town after its pictures were drawn: their figures and beds come when they do. */
import type { Container } from 'pixi.js';
import type { Newcomer, StateDocument } from '../town/generated.ts';
import type { Actors } from './actors.ts';
import { figureOf } from './addresses.ts';
import type { Art, Prop } from './art.ts';

const TILE = 16;
/** How beds are drawn: see the scenes of `frontend/art`. */
const BED = { z: -22, pillow: 18, sleeper: 32 };

export class Newcomers {
  private readonly art: Art;
  private readonly actors: Actors;
  private readonly sorted: Container;
  private readonly seen = new Set<string>();

  constructor(art: Art, actors: Actors, sorted: Container) {
    this.art = art;
    this.actors = actors;
    this.sorted = sorted;
  }

  draw(state: StateDocument): void {
    for (const newcomer of Object.values(state.newcomers)) {
      if (!this.seen.has(newcomer.persona.id)) void this.bring(newcomer);
    }
  }

  private async bring(newcomer: Newcomer): Promise<void> {
    const { id, looks } = newcomer.persona;
    this.seen.add(id);
    try {
      if (!this.art.has(`ch_${id}_down_0`)) await this.art.add(figureOf(id, looks, 'atlas.json'));
    } catch {
      return; // Its name still walks through the town; the next visit asks again.
    }
    const [tile] = newcomer.bed?.footprint ?? [];
    const address = newcomer.bed?.id;
    if (tile === undefined || address === undefined || this.sorted.destroyed) return;
    const [x, y] = [(tile[0] + 0.5) * TILE, (tile[1] + 2) * TILE - 1];
    const sleeper = { x, y: y - BED.pillow, z: BED.sleeper, pose: 'sleep' };
    const prop: Prop = { n: `bed_${id}`, x, y, z: BED.z, object: address, people: [sleeper] };
    const sprite = this.art.sprite(prop.n);
    sprite.position.set(x, y);
    sprite.zIndex = y + prop.z;
    this.sorted.addChild(sprite);
    this.actors.furnish(prop);
  }
}
