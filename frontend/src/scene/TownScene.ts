/** The picture of a town. The only thing that the page knows of Pixi. */
import { autoDetectRenderer, Container, Sprite, Texture, type Renderer } from 'pixi.js';
import type { StateDocument, Tile } from '../town/generated.ts';
import type { Setting } from '../town/setting.ts';
import { words } from '../words/language.ts';
import { Actors, type Actor, type Own } from './actors.ts';
import type { Art, Cutout } from './art.ts';
import { Camera, type Point } from './camera.ts';
import { Culling } from './culling.ts';
import { listen } from './gestures.ts';
import { Goal } from './goal.ts';
import { Houses } from './houses.ts';
import { Marks } from './marks.ts';
import { Newcomers } from './newcomers.ts';
import { Night } from './night.ts';
import { Omens } from './omens.ts';
import { Overlay, type Captions } from './overlay.ts';
import type { RendererKind } from './renderer.ts';
import { Looking } from './looking.ts';
import { Ping } from './ping.ts';
import { Roofs } from './roofs.ts';
import { Shelter, type View } from './shelter.ts';
import { Things } from './things.ts';
import { pieces } from './weather/settled.ts';
import { Water } from './water.ts';
import { Weather } from './weather/weather.ts';

const BEYOND = '#2b2440';
/** Real milliseconds after which it is looked anew who is in which house, and what lies over the map. */
const LOOKS_MS = 120;
/** How far from a figure's middle a tap still means it, in art pixels. */
const NEAR = 13;

/** What the scene shows in a frame. */
export interface SceneView {
  state: StateDocument;
  /** Shown time in fractional ticks. */
  tick: number;
  ticksPerSecond: number;
  /** Hour of the town's day, 0 to 24. */
  hour: number;
  captions: Captions;
  /** Arenas with somebody awake in them. */
  lit: ReadonlySet<string>;
  /** Whom the camera follows. */
  followed: string | null;
  own: Own | null;
  /** The tile that it walks to. */
  goal: Tile | null;
  /** Whose panel is open. */
  selected: string | null;
  /** Whether houses wear roofs where nobody looks in. */
  roofs: boolean;
}

export interface SceneEvents {
  /** A body was picked; null: the ground. */
  picked(body: string | null): void;
  pickedThing(object: string): void;
  /** A tile was tapped, whatever lies or stands on it but a body. True: that is all that it meant. */
  pickedTile(tile: Tile): boolean;
  /** Whether the arrow keys lead somebody through town, and move the view no more. */
  walking(): boolean;
  /** The view was moved by hand. */
  moved(): void;
  /** How much of the map's lower edge lies under a panel, in CSS pixels. */
  covered(): number;
  /** The graphics card has forgotten the picture; it must be opened anew. */
  lost(): unknown;
}

export class TownScene {
  frames = 0;
  readonly camera: Camera;
  private readonly stage = new Container();
  /** Pixi's Canvas renderer leaves the night's blending on and clears to black with it, so this is drawn instead. */
  private readonly backdrop = new Sprite({ texture: Texture.WHITE, tint: BEYOND });
  private readonly world = new Container();
  private readonly actors: Actors;
  private readonly newcomers: Newcomers;
  private readonly goal = new Goal();
  private readonly omens: Omens;
  private readonly things: Things;
  private readonly night: Night;
  private readonly shelter: Shelter;
  private readonly weather: Weather;
  private readonly water: Water;
  private readonly roofs: Roofs;
  private readonly looking: Looking;
  private readonly houses: Houses;
  private readonly culling = new Culling();
  private lookedAt = -Infinity;
  private readonly overlay: Overlay;
  private readonly marks: Marks;
  private readonly ping: Ping;
  private readonly stopListening: () => void;
  private readonly sizes: ResizeObserver;
  private readonly renderer: Renderer;
  private readonly art: Art;
  private readonly setting: Setting;
  private readonly events: SceneEvents;
  private drawnAt = performance.now();

  /** `map` gets the picture, `overlay` what lies over it. */
  static async open(
    map: HTMLElement,
    overlay: HTMLElement,
    setting: Setting,
    art: Art,
    events: SceneEvents,
    preference: RendererKind,
  ): Promise<TownScene> {
    const renderer = await autoDetectRenderer({
      preference,
      width: Math.max(1, map.clientWidth),
      height: Math.max(1, map.clientHeight),
      background: BEYOND,
      antialias: false,
      roundPixels: true,
      resolution: 1,
    });
    return new TownScene(map, overlay, setting, events, art, renderer);
  }

  private constructor(
    map: HTMLElement,
    overlay: HTMLElement,
    setting: Setting,
    events: SceneEvents,
    art: Art,
    renderer: Renderer,
  ) {
    this.art = art;
    this.setting = setting;
    this.events = events;
    this.renderer = renderer;
    const { canvas } = renderer;
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', words().town.mapPicture(setting.scenario.title));
    map.prepend(canvas);
    canvas.addEventListener('webglcontextlost', () => events.lost(), { once: true });

    const { w, tile, blocks } = art.scene;
    this.shelter = new Shelter(blocks, w, tile);
    this.weather = new Weather(art, this.shelter);
    const shadows = new Container();
    const sorted = new Container({ sortableChildren: true });
    this.water = new Water(art, sorted);
    const land = new Container();
    land.addChild(...pieces(art.ground));
    this.world.addChild(land, this.water.layer, this.weather.settled.layer, shadows);
    this.world.addChild(this.goal.layer, sorted);
    this.things = new Things(art, setting, sorted);
    for (const prop of art.scene.props) {
      const sprite = art.sprite(prop.n);
      sprite.position.set(prop.x, prop.y);
      sprite.zIndex = prop.y + prop.z;
      sorted.addChild(sprite);
      this.weather.settled.watch(prop, sprite);
      this.things.watch(prop, sprite);
    }
    this.actors = new Actors(art, setting, sorted, shadows);
    this.newcomers = new Newcomers(art, this.actors, sorted);
    this.omens = new Omens(art, setting, sorted);
    this.roofs = new Roofs(art, sorted, this.weather.settled);
    this.looking = new Looking(map);
    for (const layer of [land, this.water.layer, sorted]) {
      this.culling.watch(
        layer,
        layer.children.filter((part) => part instanceof Sprite),
      );
    }
    this.night = new Night(art.scene);
    this.world.addChild(this.weather.layer, this.night.veil, this.night.beyond);
    this.stage.addChild(this.backdrop, this.world, this.weather.lightning.flash);

    this.camera = new Camera(art.scene.w, art.scene.h);
    this.houses = new Houses(this.shelter, this.camera, this.looking);
    this.camera.calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.marks = new Marks(overlay, art.scene, setting, (object) => events.pickedThing(object));
    this.ping = new Ping(overlay);
    this.overlay = new Overlay(
      overlay,
      (id) => {
        this.flyToHidden(id);
        events.picked(id);
      },
      (id) => this.flyToHidden(id),
    );
    this.stopListening = listen(map, this.camera, {
      tapped: (at) => this.tapped(at),
      walking: () => events.walking(),
      moved: () => events.moved(),
    });
    const fitTo = () => {
      renderer.resize(Math.max(1, map.clientWidth), Math.max(1, map.clientHeight));
      for (const sheet of [this.backdrop, this.weather.lightning.flash]) sheet.setSize(renderer.width, renderer.height);
      this.camera.resize(map.clientWidth, map.clientHeight);
    };
    fitTo();
    this.camera.fit();
    this.sizes = new ResizeObserver(fitTo);
    this.sizes.observe(map);
  }

  get rendererName(): string {
    return this.renderer.name;
  }

  get bodies(): Iterable<Actor> {
    return this.actors.all.values();
  }

  bubbleOf(body: string): string | null {
    return this.overlay.bubbleOf(body);
  }

  say(speaker: string, to: readonly string[], text: string): void {
    this.overlay.voices.say(speaker, to, text, performance.now());
  }

  /** Takes all bubbles back, as when the shown time leaps. */
  hush(): void {
    const { voices } = this.overlay;
    for (const speaker of [...voices.speakers]) voices.forget(speaker);
  }

  /** Glides to a body. */
  flyTo(body: string): void {
    const actor = this.actors.get(body);
    if (actor !== undefined) this.camera.flyTo({ x: actor.x, y: actor.y - 12 });
  }

  /** Glides to an object. */
  flyToThing(object: string): void {
    const middle = this.setting.middleOf(object);
    const { tile } = this.art.scene;
    if (middle !== null) this.camera.flyTo({ x: (middle[0] + 0.5) * tile, y: (middle[1] + 0.5) * tile });
  }

  /** Glides to a tile, and marks it for a moment. */
  flyToTile([column, row]: Tile): void {
    const { tile } = this.art.scene;
    const point = { x: (column + 0.5) * tile, y: (row + 0.5) * tile };
    this.camera.flyTo(point);
    this.ping.at(point);
  }

  /** Shows a point of the map at once, in art pixels; the view has been moved by hand then. */
  lookAt(point: Point): void {
    this.camera.lookAt(point);
    this.events.moved();
  }

  /** Width and height of the map, in art pixels. */
  get size(): { width: number; height: number } {
    return { width: this.art.scene.w, height: this.art.scene.h };
  }

  cutout(frame: string): Cutout | null {
    return this.art.cutout(frame);
  }

  /** Draws one frame. */
  draw(view: SceneView, now: number): void {
    const elapsed = Math.min(250, now - this.drawnAt);
    this.drawnAt = now;
    const { state, tick, ticksPerSecond, own } = view;
    this.newcomers.draw(state);
    const looks = now - this.lookedAt >= LOOKS_MS;
    if (looks) {
      this.lookedAt = now;
      this.camera.covered = this.events.covered();
    }
    this.camera.advance(elapsed);
    const seen = this.inView();
    this.culling.draw(seen);
    this.actors.draw({ state, own, tick, ticksPerSecond, elapsed, now, view: seen });
    this.goal.draw(view.goal, now);
    this.omens.draw(state.objects, now);
    this.things.draw(state, now);
    if (view.followed !== null) this.flyTo(view.followed);
    this.water.draw(now);
    this.weather.draw(state.weather, seen, elapsed, now);
    if (looks) this.houses.count(this.bodies);
    this.drawHouses(view, elapsed, now);
    const { x, y } = this.camera.origin;
    this.world.scale.set(this.camera.zoom);
    this.world.position.set(x, y);
    this.marks.draw(state.objects, this.camera);
    this.ping.draw(this.camera, now);
    this.overlay.voices.keepTo(ticksPerSecond);
    this.overlay.draw(this.actors.all, view.captions, this.camera, now);
    this.renderer.render(this.stage);
    this.frames += 1;
  }

  close(): void {
    this.stopListening();
    this.sizes.disconnect();
    this.looking.close();
    const { canvas } = this.renderer;
    this.stage.destroy({ children: true });
    this.renderer.destroy();
    canvas.remove();
  }

  /** Roofs, and the light in and around the houses. */
  private drawHouses(view: SceneView, elapsed: number, now: number): void {
    const { roofs, night, shelter, houses } = this;
    const households = { ...houses.households, hour: view.hour };
    const chosen = view.selected === null ? undefined : this.actors.get(view.selected);
    const looks = { lookedInto: houses.lookedInto(chosen), zoom: this.camera.zoom, wanted: view.roofs };
    roofs.draw({ ...households, ...looks, dark: night.strength }, elapsed, now);
    shelter.roofed = roofs.roofed;
    const { lit } = view;
    const lamps = { lit, shining: this.things.shining, roofed: roofs.roofed, weather: this.weather.light };
    night.update(this.renderer, { ...households, ...lamps });
  }

  /** The part of the town that is on the screen. */
  inView(): View {
    const from = this.camera.toWorld({ x: 0, y: 0 });
    const to = this.camera.toWorld({ x: this.renderer.width, y: this.renderer.height });
    const x = Math.max(0, from.x);
    const y = Math.max(0, from.y);
    const { w, h } = this.art.scene;
    return { x, y, width: Math.max(1, Math.min(w, to.x) - x), height: Math.max(1, Math.min(h, to.y) - y) };
  }

  private flyToHidden(id: string): void {
    const actor = this.actors.get(id);
    if (actor === undefined) return;
    const { x, y } = this.camera.toScreen(actor);
    const { width, height } = this.renderer;
    if (x < 0 || y < 0 || x > width || y > height) this.flyTo(id);
  }

  private tapped(where: Point): void {
    const point = this.camera.toWorld(where);
    const away = (actor: Actor) => Math.hypot(actor.x - point.x, actor.y - actor.height / 2 - point.y);
    const [nearest] = [...this.bodies].sort((a, b) => away(a) - away(b));
    const { tile } = this.art.scene;
    const at: Tile = [Math.floor(point.x / tile), Math.floor(point.y / tile)];
    const thing = this.setting.thingAt(...at);
    if (nearest !== undefined && away(nearest) < NEAR) this.events.picked(nearest.id);
    else if (this.events.pickedTile(at)) return;
    else if (thing !== undefined) this.events.pickedThing(thing.id);
    else this.events.picked(null);
  }
}
