/** What a replay shows, and what the person before it is looking at. */
import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Art } from '../scene/art.ts';
import type { Cutout } from '../scene/art.ts';
import { Calendar } from '../town/calendar.ts';
import { newsOf, tileOf, type NewsItem } from '../town/feed.ts';
import type { Recorded, Remembered, ReplayData, StateDocument, Tile } from '../town/generated.ts';
import { Projector } from '../town/projector.ts';
import { Recording } from '../town/recording.ts';
import { Setting } from '../town/setting.ts';

/** Something that was told, with the town as it was then. */
export interface Told extends NewsItem {
  town: StateDocument;
}

export interface ReplayMapHandle {
  flyTo(body: string): void;
  flyToTile(tile: Tile): void;
  cutout(frame: string): Cutout | null;
}

export type ReplayTab = 'people' | 'told';

export class Showing {
  readonly data: ReplayData;
  readonly art: Art;
  readonly setting: Setting;
  readonly calendar: Calendar;
  readonly projector: Projector;
  /** All that happened in the span, in order. */
  readonly told: readonly Told[];
  /** By resident; empty where the file has no memories. */
  readonly memories: ReadonlyMap<string, readonly { tick: number; memory: Remembered }[]>;
  readonly selected = signal<string | null>(null);
  readonly following = signal(false);
  readonly tab = signal<ReplayTab>('people');
  /** On a small screen: whether the panel is drawn up over the map. */
  readonly sheetOpen = signal(false);
  readonly map = signal<ReplayMapHandle | null>(null);

  /** Raises UnplayableEvent where the file's events do not fit its state. */
  constructor(data: ReplayData, art: Art) {
    this.data = data;
    this.art = art;
    this.setting = new Setting(data.scenario);
    this.calendar = new Calendar(data.scenario.start);
    const told: Told[] = [];
    const memories = new Map<string, { tick: number; memory: Remembered }[]>();
    const seen = (recorded: Recorded, town: StateDocument) => {
      const { tick, event } = recorded;
      if (event.kind === 'remembered') {
        memories.set(event.resident, [...(memories.get(event.resident) ?? []), { tick, memory: event }]);
      }
      const item = newsOf(recorded);
      if (item !== null) told.push({ ...item, at: tileOf(item.event, town, tick), town });
    };
    const span = { from: data.from_tick, upto: data.upto_tick };
    this.projector = new Projector(new Recording(span, data.state, data.events, seen));
    this.told = told;
    this.memories = memories;
  }

  select(body: string | null): void {
    if (body !== null && this.projector.state.value.residents[body] === undefined) return;
    this.selected.value = body;
    this.following.value = false;
    if (body !== null) this.sheetOpen.value = true;
  }

  /** Shows where somebody is and opens its page. */
  visit(body: string): void {
    this.select(body);
    this.map.value?.flyTo(body);
  }

  /** Turns to a moment and shows where it happened. */
  look({ tick, at }: Told): void {
    this.projector.pause();
    this.projector.turn(tick);
    this.following.value = false;
    if (at !== undefined) this.map.value?.flyToTile(at);
  }
}

export const ShowingContext = createContext<Showing | null>(null);

export function useShowing(): Showing {
  const showing = useContext(ShowingContext);
  if (showing === null) throw new Error('a part of a replay was used outside of it; wrap it in ShowingContext');
  return showing;
}
