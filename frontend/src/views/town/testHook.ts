/** `window.__town`: a look at what the page shows, for tests and measurements. */
import type { TownScene } from '../../scene/TownScene.ts';
import type { Desk } from './desk.ts';

/** Puts the hook up. Returns what takes it down. */
export function expose(desk: Desk, scene: TownScene): () => void {
  const { store } = desk;
  const hook = {
    /** Everything that is on the map just now. */
    scene: () => ({
      town: store.id,
      tick: store.now,
      clock: store.calendar.value.clock(store.now),
      paused: store.clock.value?.paused ?? true,
      speed: store.clock.value?.speed ?? null,
      past: store.past.value !== null,
      connection: store.connection.value,
      lastSeq: store.shownSeq,
      zoom: scene.camera.zoom,
      camera: { x: scene.camera.x, y: scene.camera.y },
      frames: scene.frames,
      renderer: scene.rendererName,
      selected: desk.selected.value,
      actors: [...scene.bodies].map(({ id, tile, facing, walking, asleep }) => ({
        id,
        tile: [...tile],
        facing,
        walking,
        asleep,
        bubble: scene.bubbleOf(id),
      })),
    }),
    /** Opens the chain behind event `seq`. */
    ask: (seq: number) => desk.why.ask({ seq }),
    /** `performance.now()` of the first drawn frame that showed event `seq`; null if it was not shown yet. */
    paintedAt: (seq: number) => store.paint.at(seq),
    /** Resolves to the same once it is known. */
    whenPainted: (seq: number) => store.paint.when(seq),
    /** `performance.now()` when event `seq` came in over the live channel. */
    receivedAt: (seq: number) => store.paint.receivedAt(seq),
  };
  Object.assign(window, { __town: hook });
  return () => {
    Object.assign(window, { __town: undefined });
  };
}
