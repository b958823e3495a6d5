/** The panel of a small screen as a sheet: drawn up and let down by its grip, with a finger or a key. */
import { useRef } from 'preact/hooks';
import { useDesk } from './desk.ts';

/** A finger that moved less than so many pixels has tapped. */
const TAP = 6;
/** Let go lower than this part of the town's height, it goes down. */
const LOW = 0.28;
/** So much of the map stays in sight, in pixels. */
const ABOVE = 60;

interface Drag {
  from: number;
  height: number;
  moved: boolean;
}

/** What the grip listens to; `panel` and its town are found from it. */
export function useSheet() {
  const desk = useDesk();
  const drag = useRef<Drag | null>(null);
  /** A drag ends with a click, too, which means nothing then. */
  const dragged = useRef(false);
  return {
    onPointerDown: (event: PointerEvent) => {
      const { grip, panel } = around(event);
      drag.current = { from: event.clientY, height: panel.offsetHeight, moved: false };
      dragged.current = false;
      grip.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      const { current } = drag;
      if (current === null) return;
      const up = current.from - event.clientY;
      if (!current.moved && Math.abs(up) < TAP) return;
      current.moved = true;
      const { panel, room } = around(event);
      panel.classList.add('dragged');
      panel.style.height = `${Math.max(0, Math.min(room - ABOVE, current.height + up))}px`;
    },
    onPointerUp: (event: PointerEvent) => {
      const { current } = drag;
      drag.current = null;
      if (current?.moved !== true) return;
      dragged.current = true;
      const { panel, room } = around(event);
      const part = panel.offsetHeight / room;
      panel.classList.remove('dragged');
      panel.style.removeProperty('height');
      desk.sheetOpen.value = part > LOW;
      // As a part of the screen, so that it fits when the phone is turned.
      if (part > LOW) panel.style.setProperty('--sheet', `${Math.round(part * 100)}%`);
    },
    onPointerCancel: (event: PointerEvent) => {
      drag.current = null;
      const { panel } = around(event);
      panel.classList.remove('dragged');
      panel.style.removeProperty('height');
    },
    onClick: () => {
      if (!dragged.current) desk.sheetOpen.value = !desk.sheetOpen.value;
      dragged.current = false;
    },
  };
}

function around(event: PointerEvent) {
  const grip = event.currentTarget as HTMLElement;
  const panel = grip.parentElement ?? grip;
  const room = document.getElementById('map')?.offsetHeight ?? innerHeight;
  return { grip, panel, room };
}
