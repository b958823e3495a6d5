/** What is looked at while two towns are compared: which map is on a small screen, and where both cameras are. */
import { signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { TownScene } from '../../scene/TownScene.ts';
import { Comparison } from '../../town/compare/comparison.ts';
import type { Tile } from '../../town/generated.ts';

export type Side = 'one' | 'other';
export const SIDES: readonly Side[] = ['one', 'other'];

export class Looking {
  readonly comparison: Comparison;
  /** The map that a small screen shows. */
  readonly side = signal<Side>('one');
  readonly scenes = signal<Readonly<Partial<Record<Side, TownScene>>>>({});
  /** The map that was moved last; the other one goes along. */
  private leader: Side = 'one';

  constructor(one: string, other: string) {
    this.comparison = new Comparison(one, other);
  }

  lead(side: Side): void {
    this.leader = side;
  }

  scene(side: Side, scene: TownScene | null): void {
    const { [side]: _, ...others } = this.scenes.value;
    this.scenes.value = scene === null ? others : { ...others, [side]: scene };
  }

  /** Has the map that was not moved show what the other one does. */
  link(): void {
    const leading = this.scenes.peek()[this.leader];
    const following = this.scenes.peek()[this.leader === 'one' ? 'other' : 'one'];
    if (leading === undefined || following === undefined) return;
    const { x, y, zoom } = leading.camera;
    if (zoom !== following.camera.zoom) following.camera.zoom = zoom;
    following.camera.lookAt({ x, y });
  }

  /** Glides to a tile on both maps, and marks it for a moment. */
  flyTo(tile: Tile, side: Side): void {
    this.leader = side;
    for (const each of SIDES) this.scenes.peek()[each]?.flyToTile(tile);
    this.side.value = side;
  }

  /** Shows both at a tick, and where somebody is then in one of them. */
  show(tick: number, who: string | null, side: Side): void {
    this.comparison.seek(tick, false);
    this.side.value = side;
    if (who !== null) this.flyThen(who, side);
  }

  private flyThen(who: string, side: Side): void {
    const store = this.comparison[side];
    const jumps = store.jumps.peek();
    const end = store.jumps.subscribe((now) => {
      if (now === jumps) return;
      queueMicrotask(() => end());
      // The figures are put there in the next frame.
      requestAnimationFrame(() => requestAnimationFrame(() => this.flyToBody(who, side)));
    });
  }

  private flyToBody(who: string, side: Side): void {
    const body = [...(this.scenes.peek()[side]?.bodies ?? [])].find(({ id }) => id === who);
    if (body !== undefined) this.flyTo([Math.round(body.tile[0]), Math.round(body.tile[1])], side);
  }
}

export const LookingContext = createContext<Looking | null>(null);

export function useLooking(): Looking {
  const looking = useContext(LookingContext);
  if (looking === null) throw new Error('a part of the comparison was used outside of it; wrap it in LookingContext');
  return looking;
}

export const nameOf = ({ comparison }: Looking, side: Side): string => comparison[side].town.value?.name ?? '';

export const sideOf = ({ comparison }: Looking, town: string): Side => (comparison.one.id === town ? 'one' : 'other');

/** "Monday 10:10". */
export function momentOf({ comparison }: Looking, tick: number): string {
  const calendar = comparison.one.calendar.value;
  return `${calendar.weekday(tick)} ${calendar.clock(tick)}`;
}

/** The first name of a resident of that town, or the name of somebody who visits it. */
export function calledIn({ comparison }: Looking, side: Side, who: string): string {
  const { setting, state } = comparison[side];
  return setting.value?.firstNameOf(who, state.value?.visitors) ?? who;
}
