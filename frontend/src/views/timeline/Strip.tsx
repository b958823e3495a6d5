/** The strip of a town's life: what is shown of it is dragged along it, or moved with the keys. */
import { effect } from '@preact/signals';
import { useEffect, useRef, useState } from 'preact/hooks';
import { TICKS_PER_HOUR, TICKS_PER_MINUTE } from '../../town/calendar.ts';
import { place, type Placed } from '../../town/timeline/lanes.ts';
import { SHORTEST } from '../../town/timeline/look.ts';
import { labelsOf, outlineOf, Scale, skyOf } from '../../town/timeline/scale.ts';
import { words } from '../../words/language.ts';
import { useDesk, type Desk } from '../town/desk.ts';
import { placedLines, signOf } from './markText.ts';

/** Room that a mark takes in each of the rows, in CSS pixels. */
const SLOTS = [19, 19, 7, 10] as const;
/** So near to the strip's end the present is meant, in CSS pixels. */
const AT_THE_END = 5;

export function Strip() {
  const desk = useDesk();
  const { store, timeline } = desk;
  const strip = useRef<HTMLDivElement>(null);
  const width = useWidth(strip);
  const lived = Math.max(timeline.view.value?.upto_tick ?? 0, SHORTEST);
  const { from, upto } = timeline.range.value ?? { from: 0, upto: lived };
  const scale = new Scale(from, upto);
  useEffect(
    () =>
      effect(() => {
        if (!timeline.held.value) timeline.keepInSight(store.tick.value, store.calendar.value);
      }),
    [store, timeline],
  );
  return (
    <div class="strip" ref={strip}>
      <Backdrop scale={scale} width={width} />
      <Cursor scale={scale} width={width} />
      <Marks scale={scale} width={width} />
    </div>
  );
}

function Backdrop({ scale, width }: { scale: Scale; width: number }) {
  const { store, timeline } = useDesk();
  const view = timeline.view.value;
  const calendar = store.calendar.value;
  return (
    <div class="strip-back" style={{ backgroundImage: skyOf(scale, calendar) }}>
      {view !== null && (
        <svg viewBox="0 0 1 1" preserveAspectRatio="none" role="img" aria-label={words().timeline.density}>
          <path d={outlineOf(view.density, view.from_tick, view.size, scale)} />
        </svg>
      )}
      {labelsOf(scale, calendar, width).map(({ tick, text, day }) => (
        <span
          key={tick}
          class={day ? 'at day' : 'at'}
          style={{ left: `${scale.part(tick) * 100}%` }}
          aria-hidden="true"
        >
          {text}
        </span>
      ))}
    </div>
  );
}

/** What is shown: a slider as wide as the strip. A part of its own, for it changes with every tick. */
function Cursor({ scale, width }: { scale: Scale; width: number }) {
  const desk = useDesk();
  const { store, timeline } = desk;
  const says = words().timeline;
  const dragging = useRef(false);
  const past = store.past.value;
  const live = store.presentTick.value;
  const shown = past === null ? live : past.seeking.value ? past.sought.value : store.tick.value;
  const calendar = store.calendar.value;
  const moment = `${calendar.weekday(shown)} ${calendar.clock(shown)}`;
  const letGo = () => {
    dragging.current = timeline.held.value = false;
  };
  const seek = (event: PointerEvent) => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const at = event.clientX - box.left;
    const tick = scale.tick(at / Math.max(1, box.width));
    // Of a part, the end is not the present.
    desk.lookAt(at >= width - AT_THE_END && timeline.range.peek() === null ? Infinity : tick);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const goal = goalOf(event, shown, live);
    if (goal === null) return;
    event.preventDefault();
    desk.lookAt(goal);
  };
  return (
    <div
      class="strip-slider"
      role="slider"
      tabIndex={0}
      aria-label={says.moment}
      aria-valuemin={0}
      aria-valuemax={live}
      aria-valuenow={shown}
      aria-valuetext={past === null ? says.now(moment) : moment}
      title={says.lookBack}
      data-testid="timeline"
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        dragging.current = timeline.held.value = true;
        event.currentTarget.setPointerCapture(event.pointerId);
        seek(event);
      }}
      onPointerMove={(event) => dragging.current && seek(event)}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      <i class={past === null ? 'cursor live' : 'cursor'} style={{ left: `${scale.part(shown) * 100}%` }} />
    </div>
  );
}

/** The tick that a key leads to, Infinity for the present; null where it means nothing here. */
function goalOf({ key, shiftKey }: KeyboardEvent, shown: number, live: number): number | null {
  const small = shiftKey ? TICKS_PER_MINUTE : 10 * TICKS_PER_MINUTE;
  const step = {
    ArrowLeft: -small,
    ArrowDown: -small,
    ArrowRight: small,
    ArrowUp: small,
    PageDown: -TICKS_PER_HOUR,
    PageUp: TICKS_PER_HOUR,
  }[key];
  if (step !== undefined) return shown + step >= live ? Infinity : Math.max(0, shown + step);
  if (key === 'Home') return 0;
  return key === 'End' ? Infinity : null;
}

/** Above the slider, for the pointer; the keyboard goes from mark to mark with keys of the bar below. */
function Marks({ scale, width }: { scale: Scale; width: number }) {
  const desk = useDesk();
  const marks = desk.timeline.marks.value;
  const placed = place(marks, (tick, lane) => Math.floor((scale.part(tick) * width) / SLOTS[lane]));
  return (
    <div class="strip-marks" role="group" aria-label={words().timeline.marks}>
      {placed.map((one) => (
        <MarkSign key={`${one.mark.kind} ${one.mark.tick}`} placed={one} scale={scale} desk={desk} />
      ))}
    </div>
  );
}

function MarkSign({ placed, scale, desk }: { placed: Placed; scale: Scale; desk: Desk }) {
  const { mark, lane } = placed;
  const text = placedLines(placed, desk);
  return (
    <button
      class={`mark-sign lane-${lane} k-${mark.kind}`}
      type="button"
      tabIndex={-1}
      style={{ left: `${scale.part(mark.tick) * 100}%` }}
      aria-label={text}
      title={text}
      onClick={() => desk.lookAtMark(mark)}
    >
      {signOf(mark)}
    </button>
  );
}

function useWidth(of: { current: HTMLElement | null }): number {
  const [width, setWidth] = useState(600);
  useEffect(() => {
    const { current } = of;
    if (current === null) return;
    const sizes = new ResizeObserver(() => setWidth(Math.max(1, current.clientWidth)));
    sizes.observe(current);
    return () => sizes.disconnect();
  }, [of]);
  return width;
}
