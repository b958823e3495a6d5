/** What drifts through the air for long: banks of fog, and the trembling of hot air. */
import type { Container, Sprite } from 'pixi.js';
import type { Art } from '../art.ts';
import type { Shelter, View } from '../shelter.ts';

/** How a kind of drifting thing moves. Art pixels and real milliseconds. */
export interface Drift {
  /** Frames that one of it goes through, with `#` for their number. */
  frame: string;
  frames: number;
  /** Frames a second; 0 keeps each at its own frame. */
  pace: number;
  /** Art pixels a second. */
  across: number;
  up: number;
  /** Art pixels of the town that have one of it. */
  area: number;
  most: number;
  /** How dense the thickest is. */
  alpha: number;
  /** How long one of it is there, from nothing to nothing. */
  life: number;
  /** How far out of the view it may begin. */
  margin: number;
  outdoors: boolean;
}

export const FOG: Drift = {
  frame: 'fx_fog_#',
  frames: 3,
  pace: 0,
  across: 9,
  up: 0,
  area: 6800,
  most: 36,
  alpha: 0.92,
  life: 17_000,
  margin: 90,
  outdoors: false,
};

export const HEAT: Drift = {
  frame: 'fx_shimmer_#',
  frames: 4,
  pace: 5,
  across: 1,
  up: 7,
  area: 5200,
  most: 44,
  alpha: 0.6,
  life: 3600,
  margin: 10,
  outdoors: true,
};

interface Drifter {
  sprite: Sprite;
  x: number;
  y: number;
  turn: number;
  hidden: boolean;
  shift: number;
  number: number;
}

export class Drifting {
  private readonly drifters: Drifter[] = [];
  private readonly how: Drift;
  private readonly art: Art;
  private readonly shelter: Shelter;
  private readonly layer: Container;

  constructor(how: Drift, art: Art, shelter: Shelter, layer: Container) {
    this.how = how;
    this.art = art;
    this.shelter = shelter;
    this.layer = layer;
  }

  draw(view: View, amount: number, now: number): void {
    const { area, most, life } = this.how;
    const wanted = amount === 0 ? 0 : Math.min(most, Math.ceil((view.width * view.height) / area));
    while (this.drifters.length < wanted) this.drifters.push(this.drifter(this.drifters.length));
    this.drifters.forEach((drifter, i) => {
      drifter.sprite.visible = i < wanted;
      if (i < wanted) this.place(drifter, view, now / life + drifter.shift, amount, now);
    });
  }

  private place(drifter: Drifter, view: View, time: number, amount: number, now: number): void {
    const { margin, outdoors, life, across, up, alpha, pace, frames } = this.how;
    const turn = Math.floor(time);
    const { sprite } = drifter;
    const away =
      drifter.x < view.x - 2 * margin ||
      drifter.y < view.y - margin ||
      drifter.x > view.x + view.width + margin ||
      drifter.y > view.y + view.height + margin;
    if (turn !== drifter.turn || away) {
      drifter.turn = turn;
      drifter.x = view.x - margin + Math.random() * (view.width + margin);
      drifter.y = view.y + Math.random() * view.height;
      drifter.hidden = outdoors && this.shelter.covers(drifter.x, drifter.y);
    }
    sprite.visible = !drifter.hidden;
    if (drifter.hidden) return;
    const part = time - turn;
    const seconds = (part * life) / 1000;
    sprite.position.set(drifter.x + across * seconds, drifter.y - up * seconds);
    // In steps, as few colours are.
    sprite.alpha = (Math.ceil(Math.sin(part * Math.PI) * 8) / 8) * alpha * amount;
    if (pace > 0) this.show(sprite, (Math.floor((now / 1000) * pace) + drifter.number) % frames);
  }

  private show(sprite: Sprite, frame: number): void {
    this.art.show(sprite, this.how.frame.replace('#', String(frame)));
  }

  private drifter(number: number): Drifter {
    const sprite = this.art.sprite('empty');
    this.show(sprite, number % this.how.frames);
    this.layer.addChild(sprite);
    return { sprite, x: -1e6, y: -1e6, turn: -1, hidden: true, shift: (number * 0.618) % 1, number };
  }
}
