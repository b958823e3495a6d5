/** Day and night: a light map at half of the world's resolution, multiplied over everything. */
import { CanvasSource, Container, RenderTexture, Sprite, Texture, type Renderer } from 'pixi.js';
import type { Lamp, SceneData } from './art.ts';
import { Daub } from './daub.ts';
import { daylight, lampLight, through, type Colour } from './daylight.ts';
import { isEvening, isPaneLit, type Households } from './panes.ts';

const SCALE = 2;
/** Art pixels beyond the map's edge that are on a screen at most. */
const MARGIN = 2000;
/** Hours of the town between two light maps. */
const FINE = 0.03;
/** How much of a window's light is left where nobody in the house is awake. */
const NIGHT_LIGHT = 0.3;
/** The light of a window in a house that wears its roof. */
const PANE = { radius: 26, colour: 0xffd08a, strength: 0.9 };

/** What the lamps depend on. */
export interface Lighting extends Households {
  /** Arenas with somebody awake in them. */
  lit: ReadonlySet<string>;
  /** Things that give light. */
  shining: ReadonlySet<string>;
  /** Buildings whose roof is on. */
  roofed: ReadonlySet<string>;
  /** What the weather does to the light. */
  weather: Colour;
}

export class Night {
  /** Goes over the whole world. */
  readonly veil: Sprite;
  /** Goes over what of the trees at the map's edge stands out beyond it. */
  readonly beyond = new Container<Sprite>();
  private readonly light = new Daub();
  private readonly map: RenderTexture;
  private readonly glows = new Container();
  private readonly lamps: { lamp: Lamp; sprite: Sprite }[];
  private readonly panes: { house: string; number: number; sprite: Sprite }[];
  private shown = '';
  /** How much lamps shine just now, 0 to 1. */
  strength = 0;

  constructor(scene: SceneData) {
    this.map = RenderTexture.create({ width: scene.w / SCALE, height: scene.h / SCALE, scaleMode: 'nearest' });
    const glow = glowTexture();
    const shine = (x: number, y: number, radius: number, tint: number) => {
      const sprite = new Sprite({ texture: glow, anchor: 0.5, tint, blendMode: 'add' });
      sprite.position.set(x / SCALE, y / SCALE);
      sprite.scale.set(((radius / SCALE) * 2) / glow.width);
      return this.glows.addChild(sprite);
    };
    this.lamps = scene.lights.map((lamp) => ({ lamp, sprite: shine(lamp.x, lamp.y, lamp.r, lamp.c) }));
    const counted = new Map<string, number>();
    this.panes = scene.roofs.flatMap(({ sector, windows }) => {
      const before = counted.get(sector) ?? 0;
      counted.set(sector, before + windows.length);
      return windows.map(([x, y], i) => {
        return { house: sector, number: before + i, sprite: shine(x, y, PANE.radius, PANE.colour) };
      });
    });
    this.veil = new Sprite(this.map);
    this.veil.scale.set(SCALE);
    this.veil.blendMode = 'multiply';
    const { w, h } = scene;
    for (const [x, y, width, height] of [
      [-MARGIN, -MARGIN, w + 2 * MARGIN, MARGIN],
      [-MARGIN, h, w + 2 * MARGIN, MARGIN],
      [-MARGIN, 0, MARGIN, h],
      [w, 0, MARGIN, h],
    ] as const) {
      const border = new Sprite({ texture: this.light.texture, blendMode: 'multiply' });
      border.position.set(x, y);
      border.setSize(width, height);
      this.beyond.addChild(border);
    }
  }

  /** Draws the light anew if the hour, the weather, a roof or a room's lamp has changed. */
  update(renderer: Renderer, lighting: Lighting): void {
    const { hour, lit, shining, awake, home, roofed, weather } = lighting;
    const dim = weather.map((part) => Math.round(part * 60)).join();
    const sets = [lit, shining, awake, home, roofed].map((set) => [...set].sort().join());
    const key = [Math.floor(hour / FINE), isEvening(hour), dim, ...sets].join(' ');
    if (key === this.shown) return;
    this.shown = key;
    const colour = through(daylight(hour), weather);
    const [red, green, blue] = colour;
    this.veil.visible = Math.min(red, green, blue) < 253;
    this.beyond.visible = this.veil.visible;
    this.strength = lampLight(colour);
    if (!this.veil.visible) return;
    for (const { lamp, sprite } of this.lamps) {
      sprite.alpha = this.strength * lamp.a * 0.9 * gleam(lamp, lighting);
      sprite.visible = sprite.alpha > 0.01;
    }
    for (const { house, number, sprite } of this.panes) {
      const on = roofed.has(house) && isPaneLit(house, number, lighting);
      sprite.alpha = on ? this.strength * PANE.strength : 0;
      sprite.visible = sprite.alpha > 0.01;
    }
    this.light.paint(colour);
    const clearColor: [number, number, number, number] = [red / 255, green / 255, blue / 255, 1];
    renderer.render({ container: this.glows, target: this.map, clearColor });
  }
}

/** How much of a lamp's light is to be seen, 0 to 1. */
function gleam({ room, house, window }: Lamp, { lit, shining, awake, roofed }: Lighting): number {
  if (room !== null && !lit.has(room) && !shining.has(room)) return 0;
  if (house === null) return 1;
  if (window) return awake.has(house) ? 1 : NIGHT_LIGHT;
  return roofed.has(house) ? 0 : 1;
}

/** A round glow in steps, as light falls in pixel art. */
function glowTexture(): Texture {
  const size = 64;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size;
  const context = canvas.getContext('2d');
  if (context === null) return Texture.WHITE;
  const picture = context.createImageData(size, size);
  const middle = (size - 1) / 2;
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      const near = Math.max(0, 1 - Math.hypot(x - middle, y - middle) / (size / 2));
      const smooth = near * near * (3 - 2 * near);
      picture.data.set([255, 255, 255, (Math.floor(smooth * 9) / 9) * 255], (y * size + x) * 4);
    }
  }
  context.putImageData(picture, 0, 0);
  return new Texture({ source: new CanvasSource({ resource: canvas, scaleMode: 'nearest' }) });
}
