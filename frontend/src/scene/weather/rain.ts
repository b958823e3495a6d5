/** Rain: streaks that come down where they splash, leaning with the wind. */
import type { Container, Sprite } from 'pixi.js';
import type { Art } from '../art.ts';
import type { Shelter, View } from '../shelter.ts';

/** Real milliseconds from a drop's first sight to the last of its splash, and the part that it falls. */
const CYCLE = 520;
const FALLING = 0.52;
/** Art pixels that a drop is seen to fall, and how far it leans on the way. */
const HEIGHT = 74;
const LEAN = 26;
/** Art pixels of the town that have one drop in a plain rain, and the most drops at a time. */
const AREA = 560;
const MOST = 340;

interface Drop {
  sprite: Sprite;
  x: number;
  y: number;
  /** Which of its falls it is in; a new one begins elsewhere. */
  fall: number;
  dry: boolean;
  shift: number;
}

export class Rain {
  private readonly drops: Drop[] = [];
  private readonly art: Art;
  private readonly shelter: Shelter;
  private readonly layer: Container;

  constructor(art: Art, shelter: Shelter, layer: Container) {
    this.art = art;
    this.shelter = shelter;
    this.layer = layer;
  }

  /** `amount`: 0 none, 1 a plain rain, 2 a storm. */
  draw(view: View, amount: number, now: number): void {
    const wanted = Math.min(MOST, Math.round(((view.width * view.height) / AREA) * amount));
    while (this.drops.length < wanted) this.drops.push(this.drop());
    const lean = LEAN * Math.max(1, amount);
    this.drops.forEach((drop, i) => {
      drop.sprite.visible = i < wanted;
      if (i < wanted) this.place(drop, view, now / CYCLE + drop.shift, lean);
    });
  }

  private place(drop: Drop, view: View, time: number, lean: number): void {
    const fall = Math.floor(time);
    if (fall !== drop.fall || !within(drop, view)) {
      drop.fall = fall;
      drop.x = view.x + Math.random() * view.width;
      drop.y = view.y + Math.random() * (view.height + HEIGHT / 2);
      drop.dry = this.shelter.covers(drop.x, drop.y);
    }
    const { sprite } = drop;
    sprite.visible = !drop.dry;
    if (drop.dry) return;
    const part = (time - fall) / FALLING;
    if (part < 1) {
      const left = 1 - part;
      sprite.position.set(drop.x + left * lean, drop.y - left * HEIGHT);
      this.art.show(sprite, drop.shift < 0.5 ? 'fx_rain_0' : 'fx_rain_1');
    } else {
      sprite.position.set(drop.x, drop.y);
      this.art.show(sprite, `fx_splash_${Math.min(2, Math.floor(((part - 1) / (1 / FALLING - 1)) * 3))}`);
    }
  }

  private drop(): Drop {
    const sprite = this.art.sprite('fx_rain_0');
    this.layer.addChild(sprite);
    return { sprite, x: -1, y: -1, fall: -1, dry: true, shift: Math.random() };
  }
}

function within({ x, y }: Drop, view: View): boolean {
  return x >= view.x && y >= view.y && x <= view.x + view.width && y <= view.y + view.height + HEIGHT / 2;
}
