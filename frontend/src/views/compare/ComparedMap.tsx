/** One of the two maps: the scene of a town, at the time and place that both show. */
import { computed, effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { loadArt } from '../../scene/art.ts';
import { awaited } from '../../scene/awaited.ts';
import { chooseRenderer } from '../../scene/renderer.ts';
import { TownScene } from '../../scene/TownScene.ts';
import type { Setting } from '../../town/setting.ts';
import { sightsOf } from '../../town/watching/sights.ts';
import { words } from '../../words/language.ts';
import { follow, pathOf } from '../routes.ts';
import { captionsOf, litArenas } from '../town/captions.ts';
import { roofsWanted } from '../town/RoofSwitch.tsx';
import { EMOTES } from '../visit/emotes.ts';
import { useLooking, type Looking, type Side } from './looking.ts';

export function ComparedMap({ side }: { side: Side }) {
  const looking = useLooking();
  const store = looking.comparison[side];
  const map = useRef<HTMLElement>(null);
  const overlay = useRef<HTMLDivElement>(null);
  const [lost, setLost] = useState(0);
  const [problem, setProblem] = useState('');
  const setting = store.setting.value;
  const ready = store.state.value !== null;
  useEffect(() => {
    const [frame, above] = [map.current, overlay.current];
    if (setting === null || !ready || frame === null || above === null) return;
    let [left, stop] = [false, (): void => undefined];
    open(looking, side, setting, frame, above, lost > 0, {
      left: () => left,
      lost: () => setLost(lost + 1),
      waiting: setProblem,
    }).then(
      (started) => {
        setProblem('');
        if (left) started();
        else stop = started;
      },
      (error: unknown) => left || setProblem(error instanceof Error ? error.message : String(error)),
    );
    return () => {
      left = true;
      stop();
    };
  }, [looking, side, setting, ready, lost]);
  const name = store.town.value?.name ?? '';
  const lead = () => looking.lead(side);
  return (
    <section
      class={`compared side-${side}`}
      ref={map}
      aria-label={words().compare.mapOf(name)}
      tabIndex={0}
      onPointerDownCapture={lead}
      onWheelCapture={lead}
      onFocusCapture={lead}
      onKeyDownCapture={lead}
    >
      <div class="compared-overlay" ref={overlay} />
      <a
        class="compared-name"
        href={pathOf(store.id)}
        onClick={follow}
        onPointerDown={(event) => event.stopPropagation()}
        aria-label={words().compare.goTo(name)}
      >
        {name}
      </a>
      {problem !== '' && (
        <p class="notice bad map-problem" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}

interface Course {
  left: () => boolean;
  lost: () => void;
  waiting: (why: string) => void;
}

/** Opens the scene and runs it until the returned function is called. */
async function open(
  looking: Looking,
  side: Side,
  setting: Setting,
  map: HTMLElement,
  overlay: HTMLElement,
  again: boolean,
  course: Course,
): Promise<() => void> {
  const { hash, title } = setting.scenario;
  const art = await awaited(
    () => loadArt(hash, title, () => undefined),
    course.left,
    (why) => course.waiting(why instanceof Error ? why.message : String(why)),
  );
  const { comparison } = looking;
  const store = comparison[side];
  let over = false;
  const events = {
    picked: () => looking.lead(side),
    pickedThing: () => undefined,
    pickedTile: () => false,
    walking: () => false,
    moved: () => looking.lead(side),
    covered: () => 0,
    lost: () => over || course.lost(),
  };
  const asked = new URLSearchParams(location.search).get('r');
  const scene = await TownScene.open(map, overlay, setting, art, events, again ? 'canvas' : chooseRenderer(asked));
  looking.scene(side, scene);
  const captions = computed(() => {
    const town = store.state.value;
    return town === null ? new Map() : captionsOf(town, setting, { selected: null, drafts: {} });
  });
  const lit = computed(() => {
    const town = store.state.value;
    return town === null ? new Set<string>() : litArenas(town, store.tick.value, setting);
  });
  const unwatch = store.watch(({ event }) => {
    if (event.kind === 'said') scene.say(event.speaker, event.to, event.text);
    if (event.kind === 'emoted') scene.say(event.visitor, [], EMOTES[event.emote]);
  });
  const unhush = effect(() => {
    if (store.jumps.value > 0) scene.hush();
  });
  let frame = 0;
  const draw = () => {
    frame = requestAnimationFrame(draw);
    const state = store.state.value;
    if (state === null) return;
    const tick = store.now;
    scene.draw(
      {
        state,
        tick,
        ticksPerSecond: store.ticksPerSecond,
        hour: store.calendar.value.hour(tick),
        captions: captions.value,
        lit: lit.value,
        followed: null,
        own: null,
        goal: null,
        selected: null,
        roofs: roofsWanted.value,
      },
      performance.now(),
    );
    if (scene.frames === 1 && side === 'one') openOnTheBest(looking, scene, setting);
  };
  draw();
  return () => {
    over = true;
    cancelAnimationFrame(frame);
    unwatch();
    unhush();
    looking.scene(side, null);
    scene.close();
    overlay.replaceChildren();
  };
}

/** On what is most worth seeing; an empty meadow would say that nobody lives here. */
function openOnTheBest({ comparison }: Looking, scene: TownScene, setting: Setting): void {
  const town = comparison.one.state.peek();
  if (town === null) return;
  const [best] = sightsOf(town, comparison.tick.peek(), [], setting);
  const body = [...scene.bodies].find(({ id }) => id === best?.who[0]);
  if (body !== undefined) scene.lookAt(body);
}
