/** Falling snow: flakes that sway on their way down. */
import type { Container, Sprite } from 'pixi.js';
import type { Art } from '../art.ts';
import type { Shelter, View } from '../shelter.ts';

/** Real milliseconds of a flake's fall, and how far down it comes in art pixels. */
const CYCLE = 5200;
const HEIGHT = 150;
const SWAY = 7;
const AREA = 760;
const MOST = 320;
/** The part of its way at the end of which a flake melts away. */
const MELTS = 0.94;

interface Flake {
  sprite: Sprite;
  x: number;
  y: number;
  fall: number;
  dry: boolean;
  shift: number;
  pace: number;
}

export class Snowfall {
  private readonly flakes: Flake[] = [];
  private readonly art: Art;
  private readonly shelter: Shelter;
  private readonly layer: Container;

  constructor(art: Art, shelter: Shelter, layer: Container) {
    this.art = art;
    this.shelter = shelter;
    this.layer = layer;
  }

  draw(view: View, amount: number, now: number): void {
    const wanted = Math.min(MOST, Math.round(((view.width * view.height) / AREA) * amount));
    while (this.flakes.length < wanted) this.flakes.push(this.flake(this.flakes.length));
    this.flakes.forEach((flake, i) => {
      flake.sprite.visible = i < wanted;
      if (i < wanted) this.place(flake, view, (now * flake.pace) / CYCLE + flake.shift);
    });
  }

  private place(flake: Flake, view: View, time: number): void {
    const fall = Math.floor(time);
    const far = flake.x < view.x || flake.x > view.x + view.width || flake.y < view.y;
    if (fall !== flake.fall || far || flake.y > view.y + view.height + HEIGHT) {
      flake.fall = fall;
      flake.x = view.x + Math.random() * view.width;
      flake.y = view.y + Math.random() * (view.height + HEIGHT);
      flake.dry = this.shelter.covers(flake.x, flake.y);
    }
    const { sprite } = flake;
    const part = time - fall;
    sprite.visible = !flake.dry && part < MELTS;
    if (!sprite.visible) return;
    const sway = Math.sin((time + flake.shift) * 9) * SWAY;
    sprite.position.set(flake.x + sway, flake.y - (1 - part) * HEIGHT);
  }

  private flake(number: number): Flake {
    const sprite = this.art.sprite(`fx_flake_${number % 3}`);
    this.layer.addChild(sprite);
    return { sprite, x: -1, y: -1, fall: -1, dry: true, shift: Math.random(), pace: 0.8 + Math.random() * 0.5 };
  }
}
