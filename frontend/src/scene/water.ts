/** Water that moves: ponds, brooks and fountains, a few frames a second. */
import { Container, type Sprite } from 'pixi.js';
import type { Art } from './art.ts';

/** Frames a second, and how many there are; as the art draws them. */
const PACE = 4;
const WATERS = 8;
const JETS = 4;

export class Water {
  /** Goes over the ground. */
  readonly layer = new Container();
  private readonly calm = matchMedia('(prefers-reduced-motion: reduce)');
  private readonly art: Art;
  private readonly waters: { sprite: Sprite; name: string }[];
  private readonly jets: Sprite[];
  private shown = -1;

  constructor(art: Art, sorted: Container) {
    this.art = art;
    this.waters = art.scene.waters.map(([name, x, y]) => {
      const sprite = art.sprite(`${name}_0`);
      sprite.position.set(x, y);
      this.layer.addChild(sprite);
      return { sprite, name };
    });
    this.jets = art.scene.jets.map(([x, y, z]) => {
      const sprite = art.sprite('fx_jet_0');
      sprite.position.set(x, y);
      sprite.zIndex = y + z;
      return sorted.addChild(sprite);
    });
  }

  /** `now`: real milliseconds of a monotonic clock. */
  draw(now: number): void {
    const beat = this.calm.matches ? 0 : Math.floor((now / 1000) * PACE);
    if (beat === this.shown) return;
    this.shown = beat;
    for (const { sprite, name } of this.waters) this.art.show(sprite, `${name}_${beat % WATERS}`);
    for (const sprite of this.jets) this.art.show(sprite, `fx_jet_${beat % JETS}`);
  }
}
