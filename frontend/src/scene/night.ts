/** Day and night: a light map at half of the world's resolution, multiplied over everything. */
import { CanvasSource, Container, RenderTexture, Sprite, Texture, type Renderer } from 'pixi.js';
import type { Lamp, SceneData } from './art.ts';
import { daylight, lampLight, through, type Colour } from './daylight.ts';

const SCALE = 2;
/** Hours of the town between two light maps. */
const FINE = 0.03;

export class Night {
  /** Goes over the whole world. */
  readonly veil: Sprite;
  private readonly map: RenderTexture;
  private readonly glows = new Container();
  private readonly lamps: { lamp: Lamp; sprite: Sprite }[];
  private shown = '';

  constructor(scene: SceneData) {
    this.map = RenderTexture.create({ width: scene.w / SCALE, height: scene.h / SCALE, scaleMode: 'nearest' });
    const glow = glowTexture();
    this.lamps = scene.lights.map((lamp) => {
      const sprite = new Sprite({ texture: glow, anchor: 0.5, tint: lamp.c, blendMode: 'add' });
      sprite.position.set(lamp.x / SCALE, lamp.y / SCALE);
      sprite.scale.set(((lamp.r / SCALE) * 2) / glow.width);
      this.glows.addChild(sprite);
      return { lamp, sprite };
    });
    this.veil = new Sprite(this.map);
    this.veil.scale.set(SCALE);
    this.veil.blendMode = 'multiply';
  }

  /**
   * Draws the light anew if the hour, the weather or a room's lamp has changed. `lit` holds the arenas with somebody
   * awake, `shining` the things that give light; `weather` is what it does to the light.
   */
  update(
    renderer: Renderer,
    hour: number,
    lit: ReadonlySet<string>,
    shining: ReadonlySet<string>,
    weather: Colour,
  ): void {
    const dim = weather.map((part) => Math.round(part * 60)).join();
    const key = `${Math.floor(hour / FINE)} ${dim} ${[...lit, ...shining].sort().join()}`;
    if (key === this.shown) return;
    this.shown = key;
    const colour = through(daylight(hour), weather);
    const [red, green, blue] = colour;
    this.veil.visible = Math.min(red, green, blue) < 253;
    if (!this.veil.visible) return;
    const strength = lampLight(colour);
    for (const { lamp, sprite } of this.lamps) {
      const on = lamp.room === null || lit.has(lamp.room) || shining.has(lamp.room);
      sprite.alpha = on ? strength * lamp.a * 0.9 : 0;
      sprite.visible = sprite.alpha > 0.01;
    }
    const clearColor: [number, number, number, number] = [red / 255, green / 255, blue / 255, 1];
    renderer.render({ container: this.glows, target: this.map, clearColor });
  }
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
