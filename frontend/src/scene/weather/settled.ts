/** Snow that lies: a white ground, and white tops on what stands outside. */
import { Assets, Container, Rectangle, Sprite, Texture } from 'pixi.js';
import type { Art, Prop } from '../art.ts';
import type { Shelter } from '../shelter.ts';

/** Ending of the frames that stand in when it has snowed. */
const SNOWY = '_snow';

interface Standing {
  sprite: Sprite;
  bare: string;
  white: string;
  /** How much snow has to lie before it shows on this one. */
  from: number;
  isWhite: boolean;
}

export class Settled {
  /** Goes over the ground. */
  readonly layer = new Container();
  private readonly standing: Standing[] = [];
  private readonly art: Art;
  private readonly shelter: Shelter;
  private shown = 0;
  private asked = false;

  constructor(art: Art, shelter: Shelter) {
    this.art = art;
    this.shelter = shelter;
    this.layer.visible = false;
  }

  /** A thing that may get snow on it. */
  watch(prop: Prop, sprite: Sprite): void {
    const { tile } = this.art.scene;
    if (this.shelter.buildingAt(prop.x / tile, (prop.y - 1) / tile) !== undefined) return;
    this.add(prop.n, sprite, 0.15 + (((prop.x * 7 + prop.y * 13) % 97) / 97) * 0.6);
  }

  /** A drawing that is white once so much snow lies, 0 to 1. */
  add(bare: string, sprite: Sprite, from: number): void {
    const white = bare + SNOWY;
    if (this.art.has(white)) this.standing.push({ sprite, bare, white, from, isWhite: false });
  }

  /** `amount` from 0, bare, to 1, white all over. */
  draw(amount: number): void {
    const step = Math.round(amount * 24) / 24;
    if (step === this.shown) return;
    this.shown = step;
    if (step > 0 && !this.asked) void this.load();
    this.layer.visible = step > 0;
    this.layer.alpha = Math.min(1, step * 1.1);
    for (const one of this.standing) {
      const isWhite = step >= one.from;
      if (isWhite === one.isWhite) continue;
      one.isWhite = isWhite;
      this.art.show(one.sprite, isWhite ? one.white : one.bare);
    }
  }

  private async load(): Promise<void> {
    this.asked = true;
    try {
      const snow = await Assets.load<Texture>(this.art.snow);
      if (!this.layer.destroyed) this.layer.addChild(...pieces(snow));
    } catch {
      // Without its picture the ground stays green: what falls still tells of the snow.
      this.asked = false;
    }
  }
}

/** Side of the pieces that a picture of the whole ground is drawn in, so that what is off the screen costs nothing. */
const CHUNK = 512;

export function pieces(picture: Texture): Sprite[] {
  const found: Sprite[] = [];
  const { width, height } = picture;
  for (let y = 0; y < height; y += CHUNK) {
    for (let x = 0; x < width; x += CHUNK) {
      const frame = new Rectangle(x, y, Math.min(CHUNK, width - x), Math.min(CHUNK, height - y));
      const piece = new Sprite(new Texture({ source: picture.source, frame }));
      piece.position.set(x, y);
      found.push(piece);
    }
  }
  return found;
}
