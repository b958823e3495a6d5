/** Runs a scene: draws it frame by frame out of a town's life, and has it say what is said there. */
import { computed, effect, type ReadonlySignal } from '@preact/signals';
import type { Own } from '../../scene/actors.ts';
import type { Captions } from '../../scene/overlay.ts';
import type { TownScene } from '../../scene/TownScene.ts';
import type { Calendar } from '../../town/calendar.ts';
import type { Draft } from '../../town/dialogues.ts';
import type { Recorded, StateDocument, Tile } from '../../town/generated.ts';
import type { Setting } from '../../town/setting.ts';
import { captionsOf, litArenas } from '../town/captions.ts';
import { roofsWanted } from '../town/RoofSwitch.tsx';
import { EMOTES } from '../visit/emotes.ts';

/** A town as a map shows it: live, at a moment of its past, or out of a recording. */
export interface Life {
  readonly state: ReadonlySignal<StateDocument | null>;
  /** The shown moment in whole ticks, and in fractional ones. */
  readonly tick: ReadonlySignal<number>;
  readonly now: number;
  readonly ticksPerSecond: number;
  /** Counts how often the shown time leapt. */
  readonly jumps: ReadonlySignal<number>;
  /** Calls `watcher` for every event that is played. Returns what ends it. */
  watch(watcher: (recorded: Recorded) => void): () => void;
}

/** What the person before the map looks at, asked in each frame. */
export interface Look {
  followed: string | null;
  own: Own | null;
  goal: Tile | null;
}

export interface Manner {
  calendar(): Calendar;
  selected: ReadonlySignal<string | null>;
  /** Answers that are just being written, by resident. */
  drafts: ReadonlySignal<Readonly<Record<string, Draft>>> | null;
  /** What is told about bodies with what this map tells beside it; left out, nothing. */
  retold?(captions: Captions): Captions;
  /** Lets the shown time go on to `now`, in real milliseconds. */
  advance(now: number): void;
  look(now: number): Look;
  /** Whether what happened is heard at the shown moment. */
  hears(recorded: Recorded): boolean;
  drawn(state: StateDocument): void;
}

const NO_DRAFTS = {};

/** Returns what ends it; the scene stays open. */
export function run(scene: TownScene, life: Life, setting: Setting, manner: Manner): () => void {
  const captions = computed(() => {
    const looking = { selected: manner.selected.value, drafts: manner.drafts?.value ?? NO_DRAFTS };
    if (life.state.value === null) return null;
    const captions = captionsOf(life.state.value, setting, looking);
    return manner.retold?.(captions) ?? captions;
  });
  const lit = computed(() =>
    life.state.value === null ? null : litArenas(life.state.value, life.tick.value, setting),
  );
  const unwatch = life.watch((recorded) => {
    const { event } = recorded;
    if (!manner.hears(recorded)) return;
    if (event.kind === 'said') scene.say(event.speaker, event.to, event.text);
    if (event.kind === 'emoted') scene.say(event.visitor, [], EMOTES[event.emote]);
  });
  // Nobody goes on saying at another moment what they said at this one.
  const unhush = effect(() => {
    if (life.jumps.value > 0) scene.hush();
  });
  let frame = 0;
  const draw = () => {
    frame = requestAnimationFrame(draw);
    const now = performance.now();
    manner.advance(now);
    const [state, told, rooms] = [life.state.value, captions.value, lit.value];
    if (state === null || told === null || rooms === null) return;
    const tick = life.now;
    const view = {
      ...manner.look(now),
      state,
      tick,
      ticksPerSecond: life.ticksPerSecond,
      hour: manner.calendar().hour(tick),
      captions: told,
      lit: rooms,
      selected: manner.selected.value,
      roofs: roofsWanted.value,
    };
    scene.draw(view, now);
    manner.drawn(state);
  };
  draw();
  return () => {
    cancelAnimationFrame(frame);
    unwatch();
    unhush();
  };
}
