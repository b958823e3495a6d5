/** What the person before the page is looking at: whom, which tab, whether the camera follows. */
import { computed, effect, signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Actor } from '../../scene/actors.ts';
import type { Cutout } from '../../scene/art.ts';
import type { Point } from '../../scene/camera.ts';
import type { Awaited } from '../../town/direct/condition.ts';
import { AftermathLook } from '../../town/aftermath.ts';
import { RecapLook } from '../../town/recap.ts';
import { TownActions } from '../../town/actions.ts';
import { PARTS_OF_ART } from '../../scene/addresses.ts';
import type { MarkView, Tile } from '../../town/generated.ts';
import { Acting } from '../../town/acting.ts';
import { may, visitorId } from '../../town/session.ts';
import { TownStore } from '../../town/store.ts';
import { Eye } from '../../town/watching/eye.ts';
import { Skip } from '../../town/watching/skip.ts';
import { Visit } from '../../town/visit.ts';
import { api } from '../../town/api.ts';
import { SpreadLook } from '../../town/spread.ts';
import { Family } from '../../town/branches/family.ts';
import { TimelineLook } from '../../town/timeline/look.ts';
import { Bookmarks } from '../../town/timeline/bookmarks.ts';
import { momentIn, type Moment } from '../../town/timeline/moment.ts';
import { WhyTrail } from '../../town/why.ts';

export type Tab = 'residents' | 'news' | 'minds' | 'direct' | 'visitors';

/** What the panel may ask the map for. */
export interface MapHandle {
  flyTo(body: string): void;
  flyToThing(object: string): void;
  flyToTile(tile: Tile): void;
  /** The point in the middle of the view, in art pixels. */
  readonly camera: Point;
  /** Shows a point of the map at once, in art pixels. */
  lookAt(point: Point): void;
  /** Width and height of the map, in art pixels. */
  readonly size: { width: number; height: number };
  /** The part of the map that is on the screen, in art pixels. */
  inView(): { x: number; y: number; width: number; height: number };
  readonly bodies: Iterable<Actor>;
  /** Where in the pictures a drawing lies; null without it. */
  cutout(frame: string): Cutout | null;
}

export class Desk {
  readonly store: TownStore;
  readonly actions: TownActions;
  readonly why: WhyTrail;
  readonly spread: SpreadLook;
  readonly aftermath: AftermathLook;
  readonly recap: RecapLook;
  readonly timeline: TimelineLook;
  readonly bookmarks: Bookmarks;
  readonly family: Family;
  /** The visitor that this page walks with. */
  readonly visitor: Visit;
  /** Whoever this page acts for, as a director. */
  readonly acting: Acting;
  /** The resident whose panel is open. */
  readonly selected = signal<string | null>(null);
  readonly following = signal(false);
  readonly tab = signal<Tab>('residents');
  /** What the director's palette has open; null is the whole palette. */
  readonly intervention = signal<string | null>(null);
  /** What the next thing that the director does is to wait for; null is nothing. */
  readonly awaited = signal<Awaited | null>(null);
  /** The object that the director's box is about. */
  readonly thing = signal<string | null>(null);
  /** On a small screen: whether the panel is drawn up over the map. */
  readonly sheetOpen = signal(false);
  readonly map = signal<MapHandle | null>(null);
  /** How many parts of the map's picture have come, and whether it is drawn anew; null: it can't be drawn now. */
  readonly pictures = signal<{ came: number; all: number; again: boolean } | null>({
    came: 0,
    all: PARTS_OF_ART,
    again: false,
  });
  readonly followed = computed(() =>
    this.following.value ? this.selected.value : (this.acting.followed.value ?? this.visitor.followed.value),
  );
  readonly eye: Eye;
  /** Whom the camera goes along with. */
  readonly inSight = computed(() => (this.eye.on.value ? this.eye.followed.value : this.followed.value));
  readonly skip: Skip;
  /** Whether the panel shows who is what to whom. */
  readonly tiesOpen = signal(false);
  /** Id of the input whose mark is looked at. */
  readonly marked = signal<number | null>(null);
  /** A moment was asked for that the town has not lived yet. */
  readonly notYet = signal(false);
  /** Whether the map has been shown before: its view is the watcher's own from then on. */
  looked = false;

  constructor(town: string) {
    this.store = new TownStore(town);
    this.actions = new TownActions(this.store);
    this.why = new WhyTrail(town);
    this.spread = new SpreadLook(town);
    this.aftermath = new AftermathLook(town);
    this.recap = new RecapLook(town, () => (this.store.present.peek() === null ? null : this.store.presentTick.peek()));
    this.timeline = new TimelineLook({ timeline: (query) => api.timeline(town, query) }, () =>
      this.store.presentTick.peek(),
    );
    this.bookmarks = new Bookmarks({
      bookmarks: () => api.bookmarks(town),
      addBookmark: (wish) => api.addBookmark(town, wish),
      removeBookmark: (number) => api.removeBookmark(town, number),
    });
    this.family = new Family(town);
    this.visitor = new Visit(this.store);
    this.acting = new Acting({
      visitor: visitorId(),
      town: () => this.store.present.value,
      tick: () => this.store.presentTick.value,
      ground: () => this.store.setting.peek()?.ground ?? null,
      go: (resident, tile) => this.actions.actAs(resident, { act: 'go', tile }),
    });
    this.eye = new Eye(this.store);
    // Whoever takes the camera along with somebody has the view.
    effect(() => {
      if (this.following.value || this.visitor.following.value || this.acting.following.value) this.eye.stop();
    });
    this.skip = new Skip({
      clock: () => this.store.clock.peek(),
      setClock: (wish) => this.actions.setClock(wish),
    });
  }

  /** Opens the panel of a resident, or of one who has left; a visitor has none. */
  select(body: string | null): void {
    const town = this.store.state.value;
    if (body !== null && town?.residents[body] === undefined && town?.departed[body] === undefined) return;
    this.selected.value = body;
    if (body === null) this.following.value = false;
    else this.sheetOpen.value = true;
  }

  show(tab: Tab): void {
    this.select(null);
    this.aftermath.close();
    this.tiesOpen.value = false;
    this.tab.value = tab;
    this.sheetOpen.value = true;
  }

  /** Opens the panel of what came of an input. */
  followInput(number: number): void {
    this.select(null);
    this.aftermath.follow(number);
    this.sheetOpen.value = true;
  }

  /** Opens the director's box on an object. */
  direct(object: string): void {
    if (!may('director')) return;
    this.thing.value = object;
    this.intervention.value = 'set_object';
    this.show('direct');
  }

  /** Opens the palette for what is to be done when something has come about. */
  directWhen(awaited: Awaited): void {
    if (!may('director')) return;
    this.awaited.value = awaited;
    this.intervention.value = null;
    this.show('direct');
  }

  /** Shows the town as it was at a tick, in whole ticks; Infinity is the present. */
  lookAt(tick: number): void {
    this.notYet.value = false;
    this.marked.value = null;
    forgetMoment();
    if (tick >= this.store.presentTick.peek()) this.store.backToLive();
    else void this.store.rewind(tick);
  }

  /** What is looked at just now: the moment, the place, and whose panel is open. */
  momentShown(): Moment {
    const camera = this.map.peek()?.camera;
    const view = camera === undefined ? null : { x: camera.x, y: camera.y };
    return { tick: Math.floor(this.store.now), who: this.selected.peek(), view };
  }

  /** Shows a moment, its place and its resident, as a link or a bookmark names them. */
  async open({ tick, who, view }: Moment): Promise<void> {
    this.watchByItself(false);
    this.following.value = false;
    this.visitor.following.value = false;
    if (view !== null) this.looked = true;
    this.notYet.value = tick > this.store.presentTick.peek();
    if (!this.notYet.peek()) await this.store.rewind(tick);
    if (who !== null) this.select(who);
    this.withMap((map) => {
      if (view !== null) map.lookAt(view);
      else if (who !== null) onceDrawn(() => map.flyTo(who));
    });
  }

  /** Does something with the map as soon as it is there. */
  private withMap(what: (map: MapHandle) => void): void {
    const map = this.map.peek();
    if (map !== null) {
      what(map);
      return;
    }
    const end = effect(() => {
      const { value } = this.map;
      if (value === null) return;
      what(value);
      queueMicrotask(() => end());
    });
  }

  /** Shows the moment of a mark, or of anything that is told, and whom it is about. */
  lookAtMark(mark: Pick<MarkView, 'tick' | 'who'> & Partial<Pick<MarkView, 'kind' | 'number'>>): void {
    this.lookAt(mark.tick);
    if (mark.kind === 'intervention' || mark.kind === 'fired') this.marked.value = mark.number ?? null;
    const [first] = mark.who;
    if (first !== undefined && !this.eye.on.peek()) this.flyThen(first, mark.tick);
  }

  /** Flies to somebody as soon as a moment is shown. */
  private flyThen(body: string, tick: number): void {
    const end = effect(() => {
      const there = this.store.tick.value === tick && this.store.past.value?.seeking.value !== true;
      if (there) onceDrawn(() => this.map.peek()?.flyTo(body));
      if (there || this.store.past.value === null) queueMicrotask(() => end());
    });
  }

  /** Lets the director's eye have the view, or takes it back. */
  watchByItself(on: boolean): void {
    if (!on) {
      this.eye.stop();
      return;
    }
    this.following.value = false;
    this.visitor.following.value = false;
    this.eye.start();
  }

  /** Has the camera go along with the own visitor again. */
  findOneself(): void {
    this.eye.stop();
    this.following.value = false;
    this.visitor.following.value = true;
    this.acting.following.value = true;
  }

  /** Shows where a body is and opens its panel. */
  visit(body: string): void {
    this.eye.stop();
    this.select(body);
    this.map.value?.flyTo(body);
  }
}

export const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('a part of the town page was used outside of it; wrap it in DeskContext');
  return desk;
}

/** Where somebody is on the map is known when the moment was drawn. */
function onceDrawn(then: () => void): void {
  requestAnimationFrame(() => requestAnimationFrame(then));
}

/** The address names no moment any more: what it named is not what is shown. */
function forgetMoment(): void {
  if (momentIn(location.hash) !== null) history.replaceState(history.state, '', location.pathname + location.search);
}
