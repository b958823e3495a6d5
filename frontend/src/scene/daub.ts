/**
 * One pixel of a colour that changes all day. A tint would do the same, but Pixi's Canvas renderer keeps a canvas for
 * each colour that anything was ever tinted with.
 */
import { CanvasSource, Texture } from 'pixi.js';
import type { Colour } from './daylight.ts';

export class Daub {
  readonly texture: Texture;
  private readonly source: CanvasSource;
  private readonly context: CanvasRenderingContext2D | null;

  constructor() {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 1;
    this.context = canvas.getContext('2d');
    this.source = new CanvasSource({ resource: canvas, scaleMode: 'nearest' });
    this.texture = new Texture({ source: this.source });
  }

  paint(colour: Colour): void {
    if (this.context === null) return;
    this.context.fillStyle = `rgb(${colour.map(Math.round).join()})`;
    this.context.fillRect(0, 0, 1, 1);
    this.source.update();
  }
}
