/** Which part of the town is on the screen. World lengths are art pixels (16 a tile), screen lengths CSS pixels. */

export interface Point {
  x: number;
  y: number;
}

export const LEAST_ZOOM = 1;
export const MOST_ZOOM = 6;
/** On a map as wide as a projector's, figures are drawn larger from the start, for the back of the room. CSS pixels. */
const LARGE = 1300;
/** How fast the camera closes in on whom it follows, in milliseconds. */
const EASE = 180;
/** Farther away than this many screens, flying there would only make dizzy. */
const FAR = 1.5;

export class Camera {
  /** Screen pixels per art pixel; whole, so that the pixels stay square. */
  zoom = 2;
  /** The world's point in the middle of the screen. */
  x: number;
  y: number;
  private readonly world: { width: number; height: number };
  private screen = { width: 1, height: 1 };
  /** How much of the screen's lower edge is covered by something else; the camera aims at the middle of the rest. */
  covered = 0;
  /** Goes at once where it is to go, for those whom gliding makes dizzy. */
  calm = false;
  private goal: Point | null = null;

  constructor(width: number, height: number) {
    this.world = { width, height };
    this.x = width / 2;
    this.y = height / 2;
  }

  resize(width: number, height: number): void {
    this.screen = { width: Math.max(1, width), height: Math.max(1, height) };
    this.clamp();
  }

  /** Of the screen. */
  get size(): { readonly width: number; readonly height: number } {
    return this.screen;
  }

  /** The whole step at which the town fills the screen without showing much beyond its edge. */
  fit(): void {
    const fill = Math.max(this.screen.width / this.world.width, this.screen.height / this.world.height);
    const least = this.screen.width >= LARGE ? 3 : 2;
    this.zoom = Math.min(3, Math.max(least, Math.ceil(fill - 0.15)));
    this.clamp();
  }

  /** The world's origin on the screen, on whole pixels. */
  get origin(): Point {
    return {
      x: Math.round(this.screen.width / 2 - this.x * this.zoom),
      y: Math.round(this.screen.height / 2 - this.y * this.zoom),
    };
  }

  toWorld({ x, y }: Point): Point {
    const { x: left, y: top } = this.origin;
    return { x: (x - left) / this.zoom, y: (y - top) / this.zoom };
  }

  toScreen({ x, y }: Point): Point {
    const { x: left, y: top } = this.origin;
    return { x: left + x * this.zoom, y: top + y * this.zoom };
  }

  /** Moves the picture by so many screen pixels. */
  pan(dx: number, dy: number): void {
    this.goal = null;
    this.x -= dx / this.zoom;
    this.y -= dy / this.zoom;
    this.clamp();
  }

  /** Whole steps in or out; what is at `around` on the screen stays there. */
  zoomBy(steps: number, around: Point): void {
    const zoom = Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, this.zoom + steps));
    if (zoom === this.zoom) return;
    const fixed = this.toWorld(around);
    this.zoom = zoom;
    this.x = fixed.x - (around.x - this.screen.width / 2) / zoom;
    this.y = fixed.y - (around.y - this.screen.height / 2) / zoom;
    this.clamp();
  }

  /** Glides to a point of the world; called anew each frame for whom it follows. */
  flyTo(point: Point): void {
    this.goal = { ...point };
  }

  /** Puts a point of the world into the middle at once. */
  lookAt({ x, y }: Point): void {
    this.goal = null;
    this.x = x;
    this.y = y + this.covered / 2 / this.zoom;
    this.clamp();
  }

  /** Lets so many real milliseconds pass. */
  advance(elapsed: number): void {
    if (this.goal === null) return;
    const dx = this.goal.x - this.x;
    const dy = this.goal.y + this.covered / 2 / this.zoom - this.y;
    const far =
      Math.abs(dx) * this.zoom > FAR * this.screen.width || Math.abs(dy) * this.zoom > FAR * this.screen.height;
    const part = far || this.calm ? 1 : 1 - Math.exp(-elapsed / EASE);
    this.x += dx * part;
    this.y += dy * part;
    this.clamp();
    if (Math.hypot(dx, dy) < 0.05) this.goal = null;
  }

  private clamp(): void {
    this.x = clampAxis(this.x, this.world.width, this.screen.width / this.zoom);
    const hidden = this.covered / this.zoom;
    this.y = clampAxis(this.y, this.world.height + hidden, this.screen.height / this.zoom);
  }
}

/** Keeps the view inside of the world; a world smaller than the view stands in its middle. */
function clampAxis(centre: number, world: number, view: number): number {
  if (view >= world) return world / 2;
  return Math.min(world - view / 2, Math.max(view / 2, centre));
}
