/** Flashes of a storm: two short ones after each other, some seconds apart. Never for who asked for less motion. */
import { Sprite, Texture } from 'pixi.js';
import { brightness } from './course.ts';

const LEAST_MS = 4500;
const MORE_MS = 9000;
export class Lightning {
  /** Lies over the whole screen. */
  readonly flash = new Sprite({ texture: Texture.WHITE, tint: 0xdfe6ff, visible: false });
  private struck = -Infinity;
  private next = 0;

  draw(storm: boolean, now: number): void {
    if (!storm) {
      this.flash.visible = false;
      this.next = now + LEAST_MS / 3;
      return;
    }
    if (now >= this.next) {
      this.struck = now;
      this.next = now + LEAST_MS + Math.random() * MORE_MS;
    }
    this.flash.alpha = brightness(now - this.struck);
    this.flash.visible = this.flash.alpha > 0;
  }
}
