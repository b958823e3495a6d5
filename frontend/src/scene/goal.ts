/** The tile that somebody walks to: four corners around it. */
import { Container, Sprite, Texture } from 'pixi.js';
import type { Tile } from '../town/generated.ts';

const TILE = 16;
/** Length and thickness of a corner's arms, in art pixels. */
const [ARM, LINE] = [5, 1];
const COLOUR = '#fff7e0';
/** Swings of its strength, a second. */
const PULSE = 1.5;

export class Goal {
  readonly layer = new Container({ visible: false });

  constructor() {
    const far = TILE - LINE;
    const end = TILE - ARM;
    for (const [x, y, across, down] of [
      [0, 0, ARM, LINE],
      [0, 0, LINE, ARM],
      [end, 0, ARM, LINE],
      [far, 0, LINE, ARM],
      [0, far, ARM, LINE],
      [0, end, LINE, ARM],
      [end, far, ARM, LINE],
      [far, end, LINE, ARM],
    ] as const) {
      const arm = new Sprite({ texture: Texture.WHITE, tint: COLOUR });
      arm.position.set(x, y);
      arm.setSize(across, down);
      this.layer.addChild(arm);
    }
  }

  draw(goal: Tile | null, now: number): void {
    this.layer.visible = goal !== null;
    if (goal === null) return;
    this.layer.position.set(goal[0] * TILE, goal[1] * TILE);
    this.layer.alpha = 0.7 + 0.3 * Math.sin((now / 1000) * PULSE * 2 * Math.PI);
  }
}
