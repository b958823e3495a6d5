/** `window.__compare`: a look at what both maps show, for tests. */
import { SIDES, type Looking } from './looking.ts';

/** Puts the hook up. Returns what takes it down. */
export function expose(looking: Looking): () => void {
  const { comparison, scenes } = looking;
  const hook = {
    tick: () => comparison.tick.value,
    upto: () => comparison.upto.value,
    playing: () => comparison.playing.value,
    maps: () =>
      SIDES.map((side) => {
        const scene = scenes.value[side];
        const store = comparison[side];
        return {
          town: store.id,
          tick: Math.floor(store.now),
          frames: scene?.frames ?? 0,
          zoom: scene?.camera.zoom ?? 0,
          camera: { x: scene?.camera.x ?? 0, y: scene?.camera.y ?? 0 },
          actors: [...(scene?.bodies ?? [])].map(({ id, tile }) => ({ id, tile: [...tile] })),
        };
      }),
  };
  Object.assign(window, { __compare: hook });
  return () => {
    Object.assign(window, { __compare: undefined });
  };
}
