/** The keys of somebody who walks: W A S D and the arrows lead, T begins to talk, E uses what is near. */
import type { Heading } from '../../town/steering.ts';

/** By the key's place, so that they lie as they should on every keyboard. */
const LETTERS: Readonly<Record<string, Heading>> = { KeyW: 'up', KeyA: 'left', KeyS: 'down', KeyD: 'right' };
const ARROWS: Readonly<Record<string, Heading>> = {
  ArrowUp: 'up',
  ArrowLeft: 'left',
  ArrowDown: 'down',
  ArrowRight: 'right',
};
/** Where letters, and where arrows, have a meaning of their own. */
const OWN_LETTERS = 'input, textarea, select, dialog';
const OWN_ARROWS = `${OWN_LETTERS}, [role="tablist"], [role="radiogroup"], .scrolls`;

/** Who is led by the keys: a visitor, or whoever acts for a resident. */
export interface Led {
  /** A key that leads somewhere was pressed at the moment `at`. */
  press(heading: Heading, at: number): void;
  release(heading: Heading): void;
  /** All keys were let go, as when the page is left. */
  halt(): void;
}

export interface Deeds {
  talk(): void;
  use(): void;
}

/** Starts listening. Returns what ends it. */
export function listenForWalking(led: Led, deeds: Deeds): () => void {
  const stop = new AbortController();
  const { signal } = stop;
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      const within = (what: string) => event.target instanceof Element && event.target.closest(what) !== null;
      if (within(OWN_LETTERS)) return;
      const heading = LETTERS[event.code] ?? (within(OWN_ARROWS) ? undefined : ARROWS[event.code]);
      if (heading !== undefined) {
        if (!event.repeat) led.press(heading, event.timeStamp);
      } else if (event.code === 'KeyT') {
        deeds.talk();
      } else if (event.code === 'KeyE') {
        if (!event.repeat) deeds.use();
      } else {
        return;
      }
      event.preventDefault();
    },
    { signal },
  );
  window.addEventListener(
    'keyup',
    ({ code }) => {
      const heading = LETTERS[code] ?? ARROWS[code];
      if (heading !== undefined) led.release(heading);
    },
    { signal },
  );
  window.addEventListener('blur', () => led.halt(), { signal });
  return () => {
    stop.abort();
    led.halt();
  };
}
