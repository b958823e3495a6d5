/** The bodies in town: residents and visitors, as sprites that walk, sit, sleep and stand. */
import type { Container, Sprite } from 'pixi.js';
import type { Resident, StateDocument, Tile, Visitor } from '../town/generated.ts';
import type { Setting } from '../town/setting.ts';
import type { Art, Prop, Seat } from './art.ts';
import { poseOf, towards, type Facing, type Pose } from './pose.ts';
import { Seats } from './seats.ts';

const TILE = 16;
/** Where the feet stand in a tile, in pixels from its upper left corner. */
const FOOT: Tile = [8, 13];
/** Steps of the walk a second: least, most, and per tile. */
const STEPS = { least: 2.5, most: 9, perTile: 3 };
/** How fast a standing body settles on its seat, and a visitor closes up, in milliseconds. */
const SETTLE = 70;
/** A visitor's glide, in pixels per millisecond. */
const GLIDE = (4 * TILE) / 1000;
/** Frames of the sleeper's z, a second. */
const SNORES = 1.6;

export interface Actor {
  id: string;
  /** Foot of the figure, in art pixels. */
  x: number;
  y: number;
  /** The tile it is on, fractional while it walks. */
  tile: Tile;
  facing: Facing;
  walking: boolean;
  asleep: boolean;
  /** How far its head is above its foot, in art pixels. */
  height: number;
}

interface Body extends Actor {
  sprite: Sprite;
  shadow: Sprite;
  snore: Sprite;
  phase: number;
  placed: boolean;
}

/** How the body that the person before the page walks with is drawn: ahead of what the town has said of it. */
export interface Own {
  id: string;
  /** In tiles, fractional on the way. */
  x: number;
  y: number;
  facing: Facing;
  walking: boolean;
}

/** What the actors are drawn from. */
export interface Moment {
  state: StateDocument;
  /** Null for somebody who only watches. */
  own: Own | null;
  /** Shown time in fractional ticks. */
  tick: number;
  ticksPerSecond: number;
  /** Real milliseconds since the last frame. */
  elapsed: number;
  /** Real milliseconds of a monotonic clock. */
  now: number;
}

export class Actors {
  private readonly bodies = new Map<string, Body>();
  private readonly seats: Seats;
  private readonly art: Art;
  private readonly setting: Setting;
  private readonly sorted: Container;
  private readonly shadows: Container;

  constructor(art: Art, setting: Setting, sorted: Container, shadows: Container) {
    this.art = art;
    this.setting = setting;
    this.sorted = sorted;
    this.shadows = shadows;
    this.seats = new Seats(art.scene.props);
  }

  get all(): Iterable<Actor> {
    return this.bodies.values();
  }

  get(id: string): Actor | undefined {
    return this.bodies.get(id);
  }

  /** Lets somebody sleep or sit on a thing that was not there before. */
  furnish(prop: Prop): void {
    this.seats.add(prop);
  }

  draw(moment: Moment): void {
    const { residents, visitors } = moment.state;
    const taken = new Set<Seat>();
    const standing = new Map<string, number>();
    for (const resident of Object.values(residents)) {
      this.drawResident(this.body(resident.id), resident, moment, taken, standing);
    }
    for (const visitor of Object.values(visitors)) this.drawVisitor(this.body(visitor.id), visitor, moment, taken);
    for (const [id, body] of this.bodies) {
      if (!(id in residents) && !(id in visitors)) this.remove(id, body);
    }
  }

  private drawResident(
    body: Body,
    resident: Resident,
    moment: Moment,
    taken: Set<Seat>,
    standing: Map<string, number>,
  ): void {
    const pose = poseOf(resident, moment.tick, body.facing, this.subject(resident, moment));
    const action = resident.action?.begun === null ? null : resident.action;
    body.asleep = !pose.walking && action?.asleep === true;
    const seat = pose.walking ? undefined : this.seatOf(resident, pose, body.asleep, taken);
    if (seat !== undefined) taken.add(seat);
    this.move(body, pose, seat, moment, standing);
    const sitting = seat !== undefined && this.art.has(`ch_${body.id}_${seat.pose}`);
    if (sitting) {
      this.art.show(body.sprite, `ch_${body.id}_${seat.pose}`);
      if (seat.pose !== 'sleep') body.facing = seat.pose.slice('sit_'.length) as Facing;
    } else {
      this.art.show(body.sprite, `ch_${body.id}_${body.facing}_${Math.floor(body.phase) % 4}`);
    }
    body.height = body.asleep ? 16 : sitting ? 23 : 26;
    body.shadow.visible = seat === undefined;
    this.snore(body, moment.now);
  }

  private drawVisitor(body: Body, visitor: Visitor, moment: Moment, taken: Set<Seat>): void {
    const own = moment.own?.id === body.id ? moment.own : null;
    const seat = own?.walking === true ? undefined : this.seatOfVisitor(visitor, taken);
    const x = seat?.x ?? (own?.x ?? visitor.at[0]) * TILE + FOOT[0];
    const y = seat?.y ?? (own?.y ?? visitor.at[1]) * TILE + FOOT[1];
    if (!body.placed || own !== null) Object.assign(body, { x, y, placed: true });
    const distance = Math.hypot(x - body.x, y - body.y);
    body.walking = distance > 0.5;
    if (body.walking) {
      const part = Math.min(1, (GLIDE * moment.elapsed * Math.max(1, distance / (2 * TILE))) / distance);
      body.facing = towards(x - body.x, y - body.y) ?? body.facing;
      body.x += (x - body.x) * part;
      body.y += (y - body.y) * part;
    }
    if (own !== null) Object.assign(body, { walking: own.walking, facing: own.facing });
    body.tile = [(body.x - FOOT[0]) / TILE, (body.y - FOOT[1]) / TILE];
    body.phase = body.walking ? body.phase + (moment.elapsed / 1000) * STEPS.most : 0;
    const sitting = seat !== undefined && !body.walking && this.art.has(`ch_visitor_${visitor.looks}_${seat.pose}`);
    if (sitting) {
      taken.add(seat);
      this.art.show(body.sprite, `ch_visitor_${visitor.looks}_${seat.pose}`);
    } else {
      this.art.show(body.sprite, `ch_visitor_${visitor.looks}_${body.facing}_${Math.floor(body.phase) % 4}`);
    }
    body.height = sitting ? (seat.pose === 'sleep' ? 16 : 23) : 26;
    body.shadow.visible = !sitting;
    this.place(body, sitting ? seat.z : 0);
  }

  private seatOfVisitor({ at: [x, y], doing }: Visitor, taken: ReadonlySet<Seat>): Seat | undefined {
    if (doing === null || doing.pose === 'standing') return undefined;
    return doing.pose === 'lying' ? this.seats.bedOf(doing.object, x, y, taken) : this.seats.chairAt(x, y);
  }

  /** What a resident looks at while it stands: whom it talks to, or what it uses. */
  private subject(resident: Resident, { state, tick }: Moment): Tile | null {
    const talk = resident.talk === null ? undefined : state.talks[resident.talk];
    const other = talk?.participants.find((id) => id !== resident.id);
    const partner = other === undefined ? undefined : (state.residents[other] ?? state.visitors[other]);
    if (partner !== undefined) {
      if (!('walk' in partner)) return partner.at;
      const { x, y } = poseOf(partner, tick, 'down', null);
      return [x, y];
    }
    const { action } = resident;
    const used = action?.begun == null ? null : action.object;
    return used === null ? null : this.setting.middleOf(used);
  }

  private seatOf(resident: Resident, pose: Pose, asleep: boolean, taken: ReadonlySet<Seat>): Seat | undefined {
    const x = Math.round(pose.x);
    const y = Math.round(pose.y);
    if (asleep && resident.action?.object != null) return this.seats.bedOf(resident.action.object, x, y, taken);
    return this.seats.chairAt(x, y);
  }

  private move(
    body: Body,
    pose: Pose,
    seat: Seat | undefined,
    { elapsed, ticksPerSecond }: Moment,
    standing: Map<string, number>,
  ): void {
    body.tile = [pose.x, pose.y];
    body.walking = pose.walking;
    body.facing = pose.facing;
    let x = seat?.x ?? pose.x * TILE + FOOT[0];
    const y = seat?.y ?? pose.y * TILE + FOOT[1];
    if (!pose.walking && seat === undefined) x += beside(standing, pose);
    const far = Math.hypot(x - body.x, y - body.y) > 2 * TILE;
    const part = pose.walking || far || !body.placed ? 1 : 1 - Math.exp(-elapsed / SETTLE);
    body.x += (x - body.x) * part;
    body.y += (y - body.y) * part;
    body.placed = true;
    const pace = Math.min(STEPS.most, Math.max(STEPS.least, ticksPerSecond * STEPS.perTile));
    const stepping = pose.walking && ticksPerSecond > 0;
    body.phase = stepping ? body.phase + (elapsed / 1000) * pace : 0;
    this.place(body, seat?.z ?? 0);
  }

  private place(body: Body, z: number): void {
    body.sprite.position.set(body.x, body.y);
    body.sprite.zIndex = body.y + z;
    body.shadow.position.set(body.x, body.y - 1);
  }

  private snore(body: Body, now: number): void {
    body.snore.visible = body.asleep;
    if (!body.asleep) return;
    this.art.show(body.snore, `fx_sleep_${Math.floor((now / 1000) * SNORES) % 4}`);
    body.snore.position.set(body.x + 9, body.y - 10);
    body.snore.zIndex = body.sprite.zIndex + 1;
  }

  private body(id: string): Body {
    const known = this.bodies.get(id);
    if (known !== undefined) return known;
    const [sprite, shadow, snore] = [this.art.sprite('empty'), this.art.sprite('shadow'), this.art.sprite('empty')];
    this.sorted.addChild(sprite, snore);
    this.shadows.addChild(shadow);
    const tile: Tile = [0, 0];
    const still = { x: 0, y: 0, tile, facing: 'down', walking: false, asleep: false, height: 26 } as const;
    const body: Body = { ...still, id, sprite, shadow, snore, phase: 0, placed: false };
    this.bodies.set(id, body);
    return body;
  }

  private remove(id: string, body: Body): void {
    for (const part of [body.sprite, body.shadow, body.snore]) part.destroy();
    this.bodies.delete(id);
  }
}

/** How far to the side the next body on the same tile stands, in pixels. */
function beside(standing: Map<string, number>, pose: Pose): number {
  const key = `${Math.round(pose.x)},${Math.round(pose.y)}`;
  const before = standing.get(key) ?? 0;
  standing.set(key, before + 1);
  return before === 0 ? 0 : 6 * Math.ceil(before / 2) * (before % 2 === 1 ? 1 : -1);
}
