/** All of the town in a corner of the map: everybody as a dot, and what of it is on the screen. */
import { signal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { overviewOf } from '../../scene/overview.ts';
import { visitorId } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { useDesk, type Desk, type MapHandle } from './desk.ts';

const KEPT_AS = 'townlet.minimap';
/** Width and height at most, in CSS pixels. */
const MOST = { width: 188, height: 134 };
/** Real milliseconds from one drawing to the next. */
const EVERY_MS = 125;
/** So much of the screen an arrow key moves the view. */
const STEP = 0.5;
const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-STEP, 0],
  ArrowRight: [STEP, 0],
  ArrowUp: [0, -STEP],
  ArrowDown: [0, STEP],
};

const wanted = signal(kept());

export function Minimap() {
  const desk = useDesk();
  const map = desk.map.value;
  const setting = desk.store.setting.value;
  const says = words().watching.minimap;
  if (map === null || setting === null) return null;
  const open = wanted.value;
  return (
    <div
      class="minimap"
      onPointerDown={(event) => event.stopPropagation()}
      onWheel={(event) => event.stopPropagation()}
    >
      {open && <Picture key={setting.scenario.hash} desk={desk} map={map} hash={setting.scenario.hash} />}
      <button
        type="button"
        class="minimap-switch"
        aria-expanded={open}
        aria-label={open ? says.hide : says.show}
        title={open ? says.hide : says.show}
        onClick={() => choose(!open)}
      >
        <span aria-hidden="true">{open ? '×' : '🗺️'}</span>
      </button>
    </div>
  );
}

function Picture({ desk, map, hash }: { desk: Desk; map: MapHandle; hash: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const { width, height } = map.size;
  const scale = Math.min(MOST.width / width, MOST.height / height);
  const size = { width: Math.round(width * scale), height: Math.round(height * scale) };
  useEffect(() => {
    let ground: HTMLCanvasElement | null = null;
    let left = false;
    overviewOf(hash).then(
      (picture) => {
        if (!left) ground = shrunk(picture, size);
      },
      () => undefined,
    );
    const timer = setInterval(() => {
      const context = canvas.current?.getContext('2d');
      if (context != null && !document.hidden) draw(context, ground, desk, map, scale);
    }, EVERY_MS);
    return () => {
      left = true;
      clearInterval(timer);
    };
  }, [desk, map, hash, scale]);
  const lookAt = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    map.lookAt({
      x: ((event.clientX - box.left) / box.width) * width,
      y: ((event.clientY - box.top) / box.height) * height,
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const view = map.inView();
    const middle = { x: view.x + view.width / 2, y: view.y + view.height / 2 };
    const step = ARROWS[event.key];
    if (step !== undefined) map.lookAt({ x: middle.x + step[0] * view.width, y: middle.y + step[1] * view.height });
    else if (event.key === 'Home') map.lookAt({ x: width / 2, y: height / 2 });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      class="minimap-picture"
      role="application"
      aria-label={words().watching.minimap.label}
      tabIndex={0}
      style={{ width: `${size.width}px`, height: `${size.height}px` }}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        lookAt(event);
      }}
      onPointerMove={(event) => {
        if (event.currentTarget.hasPointerCapture(event.pointerId)) lookAt(event);
      }}
    >
      <canvas ref={canvas} width={size.width * 2} height={size.height * 2} aria-hidden="true" />
    </div>
  );
}

/** The town's picture at twice the size that it is shown at. */
function shrunk(picture: ImageBitmap, { width, height }: { width: number; height: number }): HTMLCanvasElement {
  const small = document.createElement('canvas');
  small.width = width * 2;
  small.height = height * 2;
  const context = small.getContext('2d');
  if (context !== null) {
    context.imageSmoothingQuality = 'high';
    context.drawImage(picture, 0, 0, small.width, small.height);
  }
  return small;
}

function draw(
  context: CanvasRenderingContext2D,
  ground: HTMLCanvasElement | null,
  desk: Desk,
  map: MapHandle,
  scale: number,
): void {
  const { width, height } = context.canvas;
  context.fillStyle = '#5d8a4c';
  context.fillRect(0, 0, width, height);
  if (ground !== null) context.drawImage(ground, 0, 0);
  const chosen = desk.selected.peek();
  const unit = 2 * scale;
  for (const { id, x, y, asleep } of map.bodies) {
    const colour =
      id === visitorId() ? '#e0402f' : id.startsWith('visitor:') ? '#3b8fd6' : asleep ? '#8f86a8' : '#ffc94d';
    dot(context, x * unit, y * unit, id === chosen || id === visitorId() ? 8 : 6, colour);
  }
  const view = map.inView();
  context.lineWidth = 6;
  context.strokeStyle = '#2b2440';
  context.strokeRect(view.x * unit, view.y * unit, view.width * unit, view.height * unit);
  context.lineWidth = 3;
  context.strokeStyle = '#fff7e0';
  context.strokeRect(view.x * unit, view.y * unit, view.width * unit, view.height * unit);
}

function dot(context: CanvasRenderingContext2D, x: number, y: number, radius: number, colour: string): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
  context.fillStyle = colour;
  context.fill();
  context.lineWidth = 2;
  context.strokeStyle = '#2b2440';
  context.stroke();
}

function choose(open: boolean): void {
  wanted.value = open;
  try {
    localStorage.setItem(KEPT_AS, open ? 'open' : 'closed');
  } catch {
    // A browser that keeps nothing shows it again next time.
  }
}

/** As it was left; without that, open where there is room for it. */
function kept(): boolean {
  try {
    const before = localStorage.getItem(KEPT_AS);
    if (before !== null) return before === 'open';
  } catch {
    // The same as nothing kept.
  }
  return typeof matchMedia !== 'undefined' && matchMedia('(min-width: 821px) and (min-height: 501px)').matches;
}
