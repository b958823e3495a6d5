/** What never changes in a town: its people, places and things, as its scenario tells them. */
import { words } from '../words/language.ts';
import { nameOf } from './addresses.ts';
import type {
  ArenaView,
  Newcomer,
  ObjectState,
  PersonaView,
  ScenarioView,
  SectorView,
  ThingView,
  Tile,
} from './generated.ts';
import type { Ground } from './ways.ts';

/** How ids of people from outside begin; the rest of one is no name. */
const VISITOR = 'visitor:';

export class Setting {
  readonly scenario: ScenarioView;
  readonly people: Map<string, PersonaView>;
  readonly arenas: ReadonlyMap<string, ArenaView>;
  readonly sectors: ReadonlyMap<string, SectorView>;
  readonly things: Map<string, ThingView>;
  /** What one can walk on. */
  readonly ground: Ground;
  private readonly thingOfTile = new Map<string, ThingView>();
  private readonly arenaOfTile = new Map<string, string>();

  constructor(scenario: ScenarioView) {
    this.scenario = scenario;
    const { walkable } = scenario;
    const isFree = (x: number, y: number) => walkable[y]?.[x] === '1';
    this.ground = { width: walkable[0]?.length ?? 0, height: walkable.length, isFree };
    this.people = new Map(scenario.residents.map((person) => [person.id, person]));
    this.arenas = new Map(scenario.arenas.map((arena) => [arena.id, arena]));
    this.sectors = new Map(scenario.sectors.map((sector) => [sector.id, sector]));
    this.things = new Map(scenario.objects.map((thing) => [thing.id, thing]));
    for (const thing of scenario.objects) {
      for (const [x, y] of thing.footprint) this.thingOfTile.set(`${x},${y}`, thing);
    }
    for (const { id, rects } of scenario.arenas) {
      for (const [left, top, width, height] of rects) {
        for (let y = top; y < top + height; y++) {
          for (let x = left; x < left + width; x++) this.arenaOfTile.set(`${x},${y}`, id);
        }
      }
    }
  }

  /** Makes somebody known who came to live here after the founding; nothing for whoever is known. */
  welcome({ persona, bed }: Newcomer): void {
    const { id, name, age, pronouns, about, traits, home, looks } = persona;
    if (!this.people.has(id)) {
      const person = { id, name, age, pronouns, about, traits, home, looks, job: persona.job?.title ?? null };
      this.people.set(id, person);
      this.scenario.residents.push(person);
    }
    if (bed !== null && !this.things.has(bed.id)) {
      const { kind, arena, footprint } = bed;
      const thing = { id: bed.id, name: bed.name, kind, arena, footprint, state: bed.initial ?? 'idle', uses: [] };
      this.things.set(bed.id, thing);
      this.scenario.objects.push(thing);
      for (const [x, y] of footprint) this.thingOfTile.set(`${x},${y}`, thing);
    }
  }

  thingAt(x: number, y: number): ThingView | undefined {
    return this.thingOfTile.get(`${x},${y}`);
  }

  /** The arena that a tile lies in; undefined on a street. */
  arenaAt(x: number, y: number): string | undefined {
    return this.arenaOfTile.get(`${x},${y}`);
  }

  /** The things of an arena, by name. */
  thingsIn(arena: string): ThingView[] {
    return this.scenario.objects.filter((thing) => thing.arena === arena).sort((a, b) => a.name.localeCompare(b.name));
  }

  /** Middle of a thing, in tiles. */
  middleOf(object: string): Tile | null {
    const footprint = this.things.get(object)?.footprint ?? [];
    if (footprint.length === 0) return null;
    const sum = footprint.reduce<Tile>(([x, y], tile) => [x + tile[0], y + tile[1]], [0, 0]);
    return [sum[0] / footprint.length, sum[1] / footprint.length];
  }

  /** Whether somebody from outside gave it a state that it does not have of itself. */
  isUnusual(object: string, now: ObjectState): boolean {
    if (now.state === 'idle' || now.state === this.things.get(object)?.state) return false;
    if (now.by === null) return true;
    // A visitor who only uses it, as anybody may, does nothing out of the ordinary.
    const used = this.things.get(object)?.uses.some(({ state }) => state === now.state) ?? false;
    return now.by.startsWith('visitor:') && !used;
  }

  /** How people call a resident or a visitor; somebody, where it is a visitor who has left. */
  nameOf(body: string, visitors: Readonly<Record<string, { name: string }>> = {}): string {
    const name = this.people.get(body)?.name ?? visitors[body]?.name;
    if (name !== undefined) return name;
    if (body.startsWith(VISITOR)) return words().telling.somebody;
    return body === 'director' ? words().telling.theDirector : nameOf(body);
  }

  firstNameOf(body: string, visitors: Readonly<Record<string, { name: string }>> = {}): string {
    const name = this.nameOf(body, visitors);
    return this.people.has(body) ? (name.split(' ')[0] ?? name) : name;
  }
}
