/** A ring that shows for a moment where something happened. */
import type { Camera, Point } from './camera.ts';

/** As long as its animation, in milliseconds; it ends so without one, too. */
const SHOWN_MS = 2400;

export class Ping {
  private readonly ring = document.createElement('div');
  private readonly host: HTMLElement;
  private point: Point | null = null;
  private until = 0;

  constructor(host: HTMLElement) {
    this.host = host;
    this.ring.className = 'ping';
    this.ring.hidden = true;
    this.ring.ariaHidden = 'true';
    host.append(this.ring);
  }

  /** A point of the map, in art pixels. */
  at(point: Point): void {
    this.point = point;
    this.until = performance.now() + SHOWN_MS;
    this.ring.hidden = false;
    // What is put in anew starts its animation anew.
    this.host.append(this.ring);
  }

  draw(camera: Camera, now: number): void {
    if (this.point === null) return;
    if (now > this.until) {
      this.point = null;
      this.ring.hidden = true;
      return;
    }
    const { x, y } = camera.toScreen(this.point);
    this.ring.style.translate = `${Math.round(x)}px ${Math.round(y)}px`;
  }
}
