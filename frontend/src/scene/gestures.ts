/** Hands on the map: drag, wheel, pinch, tap and keys, turned into what the camera does. */
import type { Camera, Point } from './camera.ts';

export interface Hands {
  /** A tap or click that was no drag, on the screen. */
  tapped(at: Point): void;
  /** Whether the arrow keys lead somebody through town, and move the view no more. */
  walking(): boolean;
  /** The view was moved by hand. */
  moved(): void;
}

/** A finger that moved less than this many pixels has tapped. */
const TAP = 6;
/** So much wheel makes a step; a notch of a mouse wheel is about 100. */
const WHEEL_STEP = 60;
const WHEEL_REST_MS = 90;
const KEY_STEP = 96;
const KEYS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [KEY_STEP, 0],
  ArrowRight: [-KEY_STEP, 0],
  ArrowUp: [0, KEY_STEP],
  ArrowDown: [0, -KEY_STEP],
};
const ZOOM_KEYS: Readonly<Record<string, number>> = { '+': 1, '=': 1, '-': -1, _: -1 };
/** Where letters, and where arrows, have a meaning of their own. */
const OWN_LETTERS = 'input, textarea, select';
const OWN_ARROWS = `${OWN_LETTERS}, [role="tablist"], [role="radiogroup"], .scrolls`;

/** Starts listening. Returns what ends it. */
export function listen(map: HTMLElement, camera: Camera, hands: Hands): () => void {
  const stop = new AbortController();
  const fingers = new Map<number, Point>();
  let travelled = 0;
  let pinch: { distance: number; zoom: number } | null = null;
  let wheel = 0;
  let wheeled = 0;
  const on = <K extends keyof HTMLElementEventMap>(name: K, act: (event: HTMLElementEventMap[K]) => void) =>
    map.addEventListener(name, act, { signal: stop.signal, passive: false });
  const local = (event: MouseEvent): Point => {
    const box = map.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  on('pointerdown', (event) => {
    if (event.button !== 0 || (event.target as Element).closest('button') !== null) return;
    fingers.set(event.pointerId, local(event));
    if (fingers.size === 1) travelled = 0;
    pinch = fingers.size === 2 ? { distance: spread(fingers), zoom: camera.zoom } : null;
    map.setPointerCapture(event.pointerId);
  });
  on('pointermove', (event) => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    const now = local(event);
    fingers.set(event.pointerId, now);
    travelled += Math.hypot(now.x - before.x, now.y - before.y);
    if (travelled < TAP) return;
    map.classList.add('grabbed');
    camera.pan((now.x - before.x) / fingers.size, (now.y - before.y) / fingers.size);
    if (pinch !== null && pinch.distance > 0) {
      const wanted = Math.round((pinch.zoom * spread(fingers)) / pinch.distance);
      if (wanted !== camera.zoom) camera.zoomBy(wanted - camera.zoom, middle(fingers));
    }
    hands.moved();
  });
  const lift = (event: PointerEvent) => {
    const at = fingers.get(event.pointerId);
    fingers.delete(event.pointerId);
    pinch = null;
    map.classList.remove('grabbed');
    if (at !== undefined && fingers.size === 0 && travelled < TAP && event.type === 'pointerup') hands.tapped(at);
  };
  on('pointerup', lift);
  on('pointercancel', lift);
  on('wheel', (event) => {
    event.preventDefault();
    const now = performance.now();
    if (now - wheeled < WHEEL_REST_MS) return;
    wheel = Math.sign(wheel) === Math.sign(event.deltaY) ? wheel + event.deltaY : event.deltaY;
    if (Math.abs(wheel) < WHEEL_STEP) return;
    camera.zoomBy(-Math.sign(wheel), local(event));
    wheel = 0;
    wheeled = now;
  });
  const pressed = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const within = (what: string) => event.target instanceof Element && event.target.closest(what) !== null;
    if (within(OWN_LETTERS)) return;
    const move = KEYS[event.key];
    const steps = ZOOM_KEYS[event.key];
    if (move !== undefined) {
      if (hands.walking() || within(OWN_ARROWS)) return;
      camera.pan(...move);
      hands.moved();
    } else if (steps !== undefined) {
      camera.zoomBy(steps, { x: map.clientWidth / 2, y: map.clientHeight / 2 });
    } else {
      return;
    }
    event.preventDefault();
  };
  window.addEventListener('keydown', pressed, { signal: stop.signal });
  return () => stop.abort();
}

function middle(fingers: ReadonlyMap<number, Point>): Point {
  const points = [...fingers.values()];
  const sum = points.reduce((a, b) => ({ x: a.x + b.x, y: a.y + b.y }), { x: 0, y: 0 });
  return { x: sum.x / points.length, y: sum.y / points.length };
}

function spread(fingers: ReadonlyMap<number, Point>): number {
  const [a, b] = [...fingers.values()];
  return a === undefined || b === undefined ? 0 : Math.hypot(a.x - b.x, a.y - b.y);
}
