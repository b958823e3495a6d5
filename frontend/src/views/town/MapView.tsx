/** The map: holds the scene, feeds it frame by frame, and tells it what is said. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { loadArt, type Art } from '../../scene/art.ts';
import { awaited } from '../../scene/awaited.ts';
import { PARTS_OF_ART } from '../../scene/addresses.ts';
import { chooseRenderer, type RendererKind } from '../../scene/renderer.ts';
import { TownScene } from '../../scene/TownScene.ts';
import type { StateDocument, Tile } from '../../town/generated.ts';
import type { Setting } from '../../town/setting.ts';
import { words } from '../../words/language.ts';
import { openOnTheBest } from '../map/opening.ts';
import { run } from '../map/run.ts';
import { useDesk, type Desk } from './desk.ts';
import { Minimap } from './Minimap.tsx';
import { RoofSwitch } from './RoofSwitch.tsx';
import { expose } from './testHook.ts';

/** A line said longer ago, in the town's time, is left to the panel. */
const LATELY_TICKS = 30;

export function MapView() {
  const desk = useDesk();
  const map = useRef<HTMLElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const [problem, setProblem] = useState('');
  const [waiting, setWaiting] = useState('');
  /** How often the picture was lost: what the graphics card forgot is drawn anew, by the renderer that needs none. */
  const [lost, setLost] = useState(0);
  const setting = desk.store.setting.value;
  const ready = desk.store.state.value !== null;
  useEffect(() => {
    if (setting === null || !ready || map.current === null || overlay.current === null) return;
    let stop: (() => void) | null = null;
    let left = false;
    const [frame, above] = [map.current, overlay.current];
    const { hash, title } = setting.scenario;
    const parts = { came: 0, all: PARTS_OF_ART, again: lost > 0 };
    desk.pictures.value = parts;
    awaited(
      () => {
        let came = 0;
        return loadArt(hash, title, () => (desk.pictures.value = { ...parts, came: ++came }));
      },
      () => left,
      (why) => {
        desk.pictures.value = null;
        setWaiting(why instanceof Error ? why.message : String(why));
      },
    )
      .then((art) => {
        setWaiting('');
        const asked = new URLSearchParams(location.search).get('r');
        const renderer = lost > 0 ? 'canvas' : chooseRenderer(asked);
        return show(desk, setting, art, frame, above, renderer, () => setLost(lost + 1));
      })
      .then(
        (started) => {
          if (left) started();
          else stop = started;
        },
        (error: unknown) => {
          if (left) return;
          desk.pictures.value = null;
          setProblem(error instanceof Error ? error.message : String(error));
        },
      );
    return () => {
      left = true;
      stop?.();
    };
  }, [desk, setting, ready, lost]);
  const title = setting?.scenario.title ?? words().town.theTown;
  return (
    <main id="map" ref={map} aria-label={words().town.map(title)} tabIndex={0}>
      <div id="overlay" ref={overlay} />
      <RoofSwitch />
      <Minimap />
      {waiting !== '' && (
        <p class="notice map-problem" role="status">
          {waiting}
        </p>
      )}
      {problem !== '' && (
        <p class="notice bad map-problem" role="alert">
          {problem}
        </p>
      )}
    </main>
  );
}

/** Opens the scene and runs it until the returned function is called. */
async function show(
  desk: Desk,
  setting: Setting,
  art: Art,
  map: HTMLElement,
  overlay: HTMLElement,
  renderer: RendererKind,
  lost: () => void,
): Promise<() => void> {
  const { store } = desk;
  let over = false;
  const acts = () => desk.acting.me.value !== null;
  const walks = () => (acts() || desk.visitor.me.value !== null) && store.past.value === null;
  const events = {
    picked: (body: string | null) => desk.select(body),
    pickedThing: (object: string) => desk.direct(object),
    pickedTile: (tile: Tile) => walks() && (acts() ? desk.acting.walkTo(tile) : desk.visitor.walkTo(tile)),
    walking: walks,
    moved: () => {
      desk.following.value = false;
      desk.visitor.following.value = false;
      desk.acting.following.value = false;
      desk.eye.stop();
    },
    covered: () => coveredBelow(map),
    // A scene that is closed gives its graphics memory back, which looks the same.
    lost: () => over || lost(),
  };
  const scene = await TownScene.open(map, overlay, setting, art, events, renderer);
  desk.map.value = scene;
  const close = desk.eye.open();
  const end = run(scene, store, setting, {
    calendar: () => store.calendar.value,
    selected: desk.selected,
    drafts: store.dialogues.drafting,
    advance: (now) => store.advance(now),
    look(now) {
      const own = desk.visitor.advance(now);
      const turned = desk.eye.advance(now);
      if (turned?.sight.thing != null) scene.flyToThing(turned.sight.thing);
      const followed = desk.inSight.value;
      return store.past.value === null
        ? { followed, own, goal: desk.acting.goal.value ?? desk.visitor.goal.value }
        : { followed, own: null, goal: null };
    },
    // What was leapt over, as by a long step, is not said now.
    hears: ({ event, tick }) => !document.hidden && (event.kind === 'emoted' || tick > store.now - LATELY_TICKS),
    drawn(state) {
      if (!desk.looked) look(desk, scene, state, setting);
      store.paint.drawn(state.seq, performance.now());
    },
  });
  const conceal = expose(desk, scene);
  document.body.dataset.ready = 'town';
  return () => {
    over = true;
    end();
    close();
    conceal();
    desk.map.value = null;
    delete document.body.dataset.ready;
    scene.close();
    overlay.replaceChildren();
  };
}

/** Whoever has walked in looks at the own body. */
function look(desk: Desk, scene: TownScene, town: StateDocument, setting: Setting): void {
  desk.looked = true;
  if (desk.visitor.me.peek() === null) openOnTheBest(scene, town, Math.floor(desk.store.now), setting);
}

/** What one can do in town lies over the lower part of the map, and on a small screen the panel. */
function coveredBelow(map: HTMLElement): number {
  const box = map.getBoundingClientRect();
  const tops = [...(map.parentElement?.querySelectorAll('.panel, .in-town .visit-card') ?? [])]
    .map((above) => above.getBoundingClientRect())
    .filter(({ left, height }) => left < box.right && height > 0)
    .map(({ top }) => top);
  return Math.max(0, box.bottom - Math.min(box.bottom, ...tops));
}
