/** One of the two maps: the scene of a town, at the time and place that both show. */
import { signal } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { loadArt } from '../../scene/art.ts';
import { awaited } from '../../scene/awaited.ts';
import type { Captions } from '../../scene/overlay.ts';
import { chooseRenderer } from '../../scene/renderer.ts';
import { TownScene } from '../../scene/TownScene.ts';
import type { Setting } from '../../town/setting.ts';
import { words } from '../../words/language.ts';
import { openOnTheBest } from '../map/opening.ts';
import { run } from '../map/run.ts';
import { follow, pathOf } from '../routes.ts';
import { nameOf, useLooking, type Looking, type Side } from './looking.ts';

const NOBODY = signal(null);

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
  const end = run(scene, store, setting, {
    calendar: () => store.calendar.value,
    selected: NOBODY,
    drafts: null,
    retold: (captions) => marked(captions, looking, side),
    advance: () => undefined, // Both go on together, see `Comparison`.
    look: () => ({ followed: null, own: null, goal: null }),
    hears: () => true,
    drawn(state) {
      if (scene.frames === 1 && side === 'one') openOnTheBest(scene, state, comparison.tick.peek(), setting);
    },
  });
  return () => {
    over = true;
    end();
    looking.scene(side, null);
    scene.close();
    overlay.replaceChildren();
  };
}

/** Whoever is elsewhere or does something else in the other town is marked with the number of the cause. */
function marked(captions: Captions, looking: Looking, side: Side): Captions {
  const { view, tick } = looking.comparison;
  const found = view.value;
  if (found?.at !== tick.value) return captions;
  const apart = new Map(found.apart.map(({ resident, trace }) => [resident, trace]));
  const elsewhere = words().compare.marked(nameOf(looking, side === 'one' ? 'other' : 'one'));
  return {
    ...captions,
    get(id) {
      const [caption, trace] = [captions.get(id), apart.get(id)];
      if (caption === undefined || trace === undefined) return caption;
      const mark = trace === null ? '≠' : `${trace.cause + 1}`;
      return { ...caption, doing: `${caption.doing}; ${elsewhere}`, mark };
    },
  };
}
