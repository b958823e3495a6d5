/** What stands still is drawn only where the screen looks: a large town costs no more than its part that is seen. */
import type { Container, Sprite } from 'pixi.js';
import type { View } from './shelter.ts';

/** The view is taken as so much larger, in art pixels, and looked at anew after so many. */
const MARGIN = 48;
const STEP = 32;

interface Standing {
  sprite: Sprite;
  /** What it is drawn in while it is in sight. */
  home: Container;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

export class Culling {
  private readonly standing: Standing[] = [];
  private shown = '';

  /** Sprites of `home` that never move; what they show may change, as long as it keeps about its size. */
  watch(home: Container, sprites: readonly Sprite[]): void {
    for (const sprite of sprites) {
      const { x, y, anchor, texture } = sprite;
      const left = x - anchor.x * texture.width;
      const top = y - anchor.y * texture.height;
      this.standing.push({ sprite, home, left, top, right: left + texture.width, bottom: top + texture.height });
    }
    this.shown = '';
  }

  /** `view` is the part of the town that is on the screen. */
  draw(view: View): void {
    const seen = widened(view);
    const key = `${seen.x} ${seen.y} ${seen.width} ${seen.height}`;
    if (key === this.shown) return;
    this.shown = key;
    for (const { sprite, home, left, top, right, bottom } of this.standing) {
      const across = right >= seen.x && left <= seen.x + seen.width;
      present(sprite, home, across && bottom >= seen.y && top <= seen.y + seen.height);
    }
  }
}

/** Takes a sprite out of what is drawn, or puts it back: one that is only hidden is still gone through each frame. */
export function present(sprite: Sprite, home: Container, wanted: boolean): void {
  if (wanted === (sprite.parent !== null)) return;
  if (wanted) home.addChild(sprite);
  else home.removeChild(sprite);
}

/** The view with a margin, on whole steps, so that it stays the same while the camera glides a little. */
export function widened({ x, y, width, height }: View): View {
  const left = Math.floor((x - MARGIN) / STEP) * STEP;
  const top = Math.floor((y - MARGIN) / STEP) * STEP;
  const right = Math.ceil((x + width + MARGIN) / STEP) * STEP;
  const bottom = Math.ceil((y + height + MARGIN) / STEP) * STEP;
  return { x: left, y: top, width: right - left, height: bottom - top };
}
