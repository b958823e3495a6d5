/** The bodies in town: residents and visitors, as sprites that walk, sit, sleep and stand. */
import type { Container, Sprite } from 'pixi.js';
import type { Action, Resident, StateDocument, Tile, Visitor } from '../town/generated.ts';
import type { Setting } from '../town/setting.ts';
import type { Art, Prop, Seat } from './art.ts';
import { present } from './culling.ts';
import { carriedTo, deedOf, deedOfVisitor, liesDown, sitsOnTheGround, SPEAKING, turnOf, type Deed } from './deeds.ts';
import { poseOf, towards, type Facing, type Pose } from './pose.ts';
import { Seats } from './seats.ts';
import type { View } from './shelter.ts';

const TILE = 16;
/** Where the feet stand in a tile, in pixels from its upper left corner. */
const FOOT: Tile = [8, 13];
/** How far out of the view somebody is still drawn, in art pixels. */
const SIGHT = 4 * TILE;
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
  /** What it holds; made when it first holds something. */
  held: Sprite | null;
  phase: number;
  placed: boolean;
  /** As what it was found out of sight; null while it is in sight. */
  farAs: Resident | null;
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
  /** The part of the town that is on the screen. */
  view: View;
}

export class Actors {
  private readonly bodies = new Map<string, Body>();
  private readonly seats: Seats;
  private readonly art: Art;
  private readonly setting: Setting;
  private readonly sorted: Container;
  private readonly shadows: Container;
  private sight: View = { x: NaN, y: NaN, width: 0, height: 0 };
  private drawnFrom: StateDocument | null = null;
  /** Listed once, not in each frame. */
  private read: { residents: StateDocument['residents']; list: readonly Resident[] } = { residents: {}, list: [] };

  constructor(art: Art, setting: Setting, sorted: Container, shadows: Container) {
    this.art = art;
    this.setting = setting;
    this.sorted = sorted;
    this.shadows = shadows;
    this.seats = new Seats(art.scene.props);
  }

  get all(): ReadonlyMap<string, Actor> {
    return this.bodies;
  }

  get(id: string): Actor | undefined {
    return this.bodies.get(id);
  }

  /** Lets somebody sleep or sit on a thing that was not there before. */
  furnish(prop: Prop): void {
    this.seats.add(prop);
  }

  draw(moment: Moment): void {
    const { state, view } = moment;
    const { residents, visitors } = state;
    if (residents !== this.read.residents) this.read = { residents, list: Object.values(residents) };
    const still = isSame(view, this.sight);
    const taken = new Set<Seat>();
    const standing = new Map<string, number>();
    for (const resident of this.read.list) {
      const body = this.body(resident.id);
      if (still && body.farAs === resident && !body.walking) continue;
      if (!this.isFar(body, resident, moment)) this.drawResident(body, resident, moment, taken, standing);
    }
    for (const visitor of Object.values(visitors)) this.drawVisitor(this.body(visitor.id), visitor, moment, taken);
    this.sight = view;
    if (state === this.drawnFrom) return;
    this.drawnFrom = state;
    for (const [id, body] of this.bodies) {
      if (!(id in residents) && !(id in visitors)) this.remove(id, body);
    }
  }

  /** Whether a resident is out of sight: then it is only kept where it is, so that a crowd elsewhere costs little. */
  private isFar(body: Body, resident: Resident, { tick, view }: Moment): boolean {
    const pose = resident.walk === null ? null : poseOf(resident, tick, body.facing, null);
    const [column, row] = pose === null ? resident.at : [pose.x, pose.y];
    const x = column * TILE + FOOT[0];
    const y = row * TILE + FOOT[1];
    const across = x < view.x - SIGHT || x > view.x + view.width + SIGHT;
    const far = across || y < view.y - SIGHT || y > view.y + view.height + SIGHT;
    present(body.sprite, this.sorted, !far);
    present(body.snore, this.sorted, !far);
    present(body.shadow, this.shadows, !far);
    if (body.held !== null) present(body.held, this.sorted, !far);
    body.farAs = far ? resident : null;
    if (!far) return false;
    body.walking = pose?.walking ?? false;
    body.asleep = !body.walking && resident.action?.begun != null && resident.action.asleep;
    body.tile[0] = column;
    body.tile[1] = row;
    body.x = x;
    body.y = y;
    body.placed = true;
    return true;
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
    const seat = this.seatOf(pose.walking ? null : action, pose, body.asleep, taken);
    const afoot = pose.walking && seat === undefined;
    if (seat !== undefined) taken.add(seat);
    this.move(body, pose, seat, moment, standing);
    const onGround = seat === undefined && !afoot && action !== null && sitsOnTheGround(action.activity);
    const stance = onGround ? `sit_${body.facing}` : seat?.pose;
    const deed = speaks(resident, moment.state)
      ? SPEAKING
      : action === null
        ? null
        : deedOf(action.activity, action.need);
    this.dress(body, `ch_${body.id}`, stance, pose.walking ? null : deed, moment.now);
    const carried = afoot && resident.action !== null ? carriedTo(resident.action.need) : null;
    if (carried !== null) this.hold(body, carried, Math.floor(body.phase) % 2, 0);
    this.snore(body, moment.now);
  }

  /** Shows a body as it stands, walks, sits or lies: `stance` is a seat's pose, undefined for who is on its feet. */
  private dress(body: Body, figure: string, stance: string | undefined, deed: Deed | null, now: number): void {
    const lying = stance === 'sleep';
    if (stance?.startsWith('sit_') === true) body.facing = stance.slice('sit_'.length) as Facing;
    const turn = deed === null ? 0 : turnOf(deed, body.id, now);
    const arms = deed?.arms[turn] ?? '';
    const busy = arms === '' ? '' : `_${arms}`;
    const upright = busy === '' ? `_${Math.floor(body.phase) % 4}` : busy;
    const frame = lying ? (body.asleep ? 'sleep' : 'lie') : (stance?.concat(busy) ?? body.facing + upright);
    this.art.show(body.sprite, `${figure}_${frame}`);
    body.height = lying ? 16 : stance !== undefined ? 23 : 26;
    body.shadow.visible = stance === undefined;
    this.hold(body, lying ? null : (deed?.item ?? null), turn, stance === undefined ? 0 : 1);
  }

  /** Puts something into a body's hands, `low` pixels lower than when it stands; null empties them. */
  private hold(body: Body, item: string | null, turn: number, low: number): void {
    const frame = item === null ? undefined : this.heldFrame(item, body.facing, turn);
    if (frame === undefined) {
      if (body.held !== null) body.held.visible = false;
      return;
    }
    body.held ??= this.sorted.addChild(this.art.sprite('empty'));
    body.held.visible = true;
    this.art.show(body.held, frame);
    body.held.position.set(body.x, body.y + low);
    body.held.zIndex = body.sprite.zIndex + (body.facing === 'up' ? -0.05 : 0.05);
  }

  /** Undefined where a body hides what it holds. */
  private heldFrame(item: string, facing: Facing, turn: number): string | undefined {
    const name = `it_${item}_${facing}`;
    return [`${name}_${turn}`, `${name}_0`].find((frame) => this.art.has(frame));
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
    const settled = body.walking ? undefined : seat;
    if (settled !== undefined) taken.add(settled);
    this.place(body, settled?.z ?? 0);
    const deed = body.walking ? null : deedOfVisitor(visitor, moment.tick);
    this.dress(body, `ch_visitor_${visitor.looks}`, settled?.pose, deed, moment.now);
  }

  private seatOfVisitor({ at: [x, y], doing }: Visitor, taken: ReadonlySet<Seat>): Seat | undefined {
    const bed = doing?.pose === 'lying' ? this.seats.bedOf(doing.object, x, y, taken) : undefined;
    return bed ?? this.seats.chairAt(x, y);
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

  /** Who sets out from a chair or a bed, or comes to it, is on it as long as it is on its tile: it is not walked on. */
  private seatOf(action: Action | null, pose: Pose, asleep: boolean, taken: ReadonlySet<Seat>): Seat | undefined {
    const x = Math.round(pose.x);
    const y = Math.round(pose.y);
    const lies = asleep || (action !== null && liesDown(action.activity));
    const bed = lies && action?.object != null ? this.seats.bedOf(action.object, x, y, taken) : undefined;
    return bed ?? this.seats.chairAt(x, y);
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
    const part = (pose.walking && seat === undefined) || far || !body.placed ? 1 : 1 - Math.exp(-elapsed / SETTLE);
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
    const body: Body = { ...still, id, sprite, shadow, snore, held: null, phase: 0, placed: false, farAs: null };
    this.bodies.set(id, body);
    return body;
  }

  private remove(id: string, body: Body): void {
    for (const part of [body.sprite, body.shadow, body.snore, body.held]) part?.destroy();
    this.bodies.delete(id);
  }
}

/** Whether it was the last to say something in its talk. */
function speaks({ id, talk }: Resident, { talks }: StateDocument): boolean {
  return talk !== null && talks[talk]?.lines.at(-1)?.speaker === id;
}

/** How far to the side the next body on the same tile stands, in pixels. */
function beside(standing: Map<string, number>, pose: Pose): number {
  const key = `${Math.round(pose.x)},${Math.round(pose.y)}`;
  const before = standing.get(key) ?? 0;
  standing.set(key, before + 1);
  return before === 0 ? 0 : 6 * Math.ceil(before / 2) * (before % 2 === 1 ? 1 : -1);
}

function isSame(a: View, b: View): boolean {
  return a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;
}
