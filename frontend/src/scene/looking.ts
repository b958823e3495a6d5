/** Where the visitor's pointer is over the map; a finger that has left the screen looks nowhere. */
import type { Point } from './camera.ts';

export class Looking {
  /** On the screen, in CSS pixels; null while it is elsewhere. */
  at: Point | null = null;
  private readonly map: HTMLElement;

  constructor(map: HTMLElement) {
    this.map = map;
    map.addEventListener('pointermove', this.moved);
    map.addEventListener('pointerleave', this.left);
  }

  close(): void {
    this.map.removeEventListener('pointermove', this.moved);
    this.map.removeEventListener('pointerleave', this.left);
  }

  private readonly moved = (event: PointerEvent) => {
    if (event.pointerType === 'touch') return;
    const box = this.map.getBoundingClientRect();
    this.at = { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  private readonly left = () => {
    this.at = null;
  };
}
