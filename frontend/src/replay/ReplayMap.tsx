/** The map of a replay: the scene, fed frame by frame out of the file. */
import { effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { chooseRenderer } from '../scene/renderer.ts';
import { TownScene } from '../scene/TownScene.ts';
import { words } from '../words/language.ts';
import { openOnTheBest } from '../views/map/opening.ts';
import { run } from '../views/map/run.ts';
import { RoofSwitch } from '../views/town/RoofSwitch.tsx';
import { useShowing, type Showing } from './showing.ts';

/** What was said so few ticks before a moment is still to be read when one turns to it. */
const JUST_SAID = 6;

export function ReplayMap() {
  const showing = useShowing();
  const map = useRef<HTMLElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const [lost, setLost] = useState(0);
  const [problem, setProblem] = useState('');
  useEffect(() => {
    if (map.current === null || overlay.current === null) return;
    let [left, stop] = [false, (): void => undefined];
    show(showing, map.current, overlay.current, lost > 0, () => setLost(lost + 1)).then(
      (started) => {
        if (left) started();
        else stop = started;
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      left = true;
      stop();
    };
  }, [showing, lost]);
  return (
    <main id="map" ref={map} aria-label={words().town.map(showing.setting.scenario.title)} tabIndex={0}>
      <div id="overlay" ref={overlay} />
      <RoofSwitch />
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
  showing: Showing,
  map: HTMLElement,
  overlay: HTMLElement,
  again: boolean,
  lost: () => void,
): Promise<() => void> {
  const { projector, setting, art, calendar } = showing;
  let over = false;
  const events = {
    picked: (body: string | null) => showing.select(body),
    pickedThing: () => undefined,
    pickedTile: () => false,
    walking: () => false,
    moved: () => (showing.following.value = false),
    covered: () => 0,
    lost: () => over || lost(),
  };
  const asked = new URLSearchParams(location.search).get('r');
  const renderer = again ? 'canvas' : chooseRenderer(asked);
  const scene = await TownScene.open(map, overlay, setting, art, events, renderer);
  showing.map.value = scene;
  const end = run(scene, projector, setting, {
    calendar: () => calendar,
    selected: showing.selected,
    drafts: null,
    advance: (now) => projector.advance(now),
    look: () => ({ followed: showing.following.value ? showing.selected.value : null, own: null, goal: null }),
    hears: () => true,
    drawn(state) {
      if (scene.frames === 1) openOnTheBest(scene, state, projector.tick.peek(), setting);
    },
  });
  const untell = effect(() => {
    if (projector.jumps.value > 0) sayAgain(showing, scene);
  });
  const conceal = expose(showing, scene);
  document.body.dataset.ready = 'replay';
  return () => {
    over = true;
    end();
    untell();
    conceal();
    showing.map.value = null;
    delete document.body.dataset.ready;
    scene.close();
    overlay.replaceChildren();
  };
}

function sayAgain({ projector, told }: Showing, scene: TownScene): void {
  const now = projector.tick.peek();
  for (const { tick, event } of told) {
    if (event.kind === 'said' && tick <= now && tick > now - JUST_SAID) scene.say(event.speaker, event.to, event.text);
  }
}

/** `window.__replay`: a look at what is shown, for tests. Returns what takes it down. */
function expose({ projector, calendar }: Showing, scene: TownScene): () => void {
  const hook = {
    scene: () => ({
      tick: projector.now,
      clock: calendar.clock(projector.now),
      playing: projector.playing.value,
      frames: scene.frames,
      renderer: scene.rendererName,
      weather: projector.state.value.weather,
      actors: [...scene.bodies].map(({ id, tile }) => ({ id, tile: [...tile], bubble: scene.bubbleOf(id) })),
    }),
  };
  Object.assign(window, { __replay: hook });
  return () => {
    Object.assign(window, { __replay: undefined });
  };
}
