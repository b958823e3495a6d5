/** Roofs: on where nobody is up and about and nobody looks in, lifted everywhere else. */
import type { Container, Sprite } from 'pixi.js';
import type { Art, RoofData } from './art.ts';
import { isPaneLit, type Households } from './panes.ts';
import type { Settled } from './weather/settled.ts';

/** Looking so closely, one wants to see into the houses. */
const CLOSE = 3;
/** Real milliseconds that a roof takes to lift or to settle, and that it stays lifted after the last reason for it. */
const FADE = 260;
const LINGER = 1400;
/** Puffs of smoke a second, and how many frames they have; as the art draws them. */
const PACE = 5;
const PUFFS = 8;
/** How much snow has to lie before it shows on a roof. */
const SNOWED = 0.4;

/** What decides whether a roof is on. Buildings by address. */
export interface Looks extends Households {
  /** That somebody looks into: under the pointer, in the view's middle, around who was chosen. */
  lookedInto: ReadonlySet<string>;
  zoom: number;
  /** Whether roofs are wanted at all. */
  wanted: boolean;
  /** How much lamps shine, 0 to 1. */
  dark: number;
}

interface House {
  roofs: Sprite[];
  panes: Sprite[];
  smoke: Sprite[];
  /** 1 is on, 0 lifted. */
  on: number;
  liftedUntil: number;
}

export class Roofs {
  /** Buildings whose roof is on more than off. */
  readonly roofed = new Set<string>();
  private readonly houses = new Map<string, House>();
  private readonly art: Art;
  private readonly calm = matchMedia('(prefers-reduced-motion: reduce)');
  private drawnBefore = false;

  constructor(art: Art, sorted: Container, settled: Settled) {
    this.art = art;
    for (const roof of art.scene.roofs) {
      const house = this.houses.get(roof.sector) ?? { roofs: [], panes: [], smoke: [], on: 1, liftedUntil: 0 };
      this.houses.set(roof.sector, house);
      this.raise(house, roof, sorted, settled);
    }
  }

  /** `elapsed` and `now`: real milliseconds. */
  draw(looks: Looks, elapsed: number, now: number): void {
    const puff = this.calm.matches ? 0 : Math.floor((now / 1000) * PACE);
    for (const [address, house] of this.houses) {
      if (isLifted(address, looks)) house.liftedUntil = now + LINGER;
      const goal = looks.wanted && now >= house.liftedUntil ? 1 : 0;
      const still = !this.drawnBefore || this.calm.matches;
      house.on = still ? goal : step(house.on, goal, elapsed / FADE);
      if (house.on > 0.5) this.roofed.add(address);
      else this.roofed.delete(address);
      this.show(house, looks, address, puff);
    }
    this.drawnBefore = true;
  }

  private show(house: House, looks: Looks, address: string, puff: number): void {
    const { on } = house;
    for (const roof of house.roofs) {
      roof.visible = on > 0;
      roof.alpha = on;
    }
    const shine = on * Math.min(1, looks.dark * 1.4);
    house.panes.forEach((pane, i) => {
      pane.visible = shine > 0.02 && isPaneLit(address, i, looks);
      pane.alpha = shine;
    });
    const smokes = on > 0 && looks.home.has(address);
    house.smoke.forEach((smoke, i) => {
      smoke.visible = smokes;
      if (!smokes) return;
      smoke.alpha = on;
      this.art.show(smoke, `fx_puff_${(puff + 3 * i) % PUFFS}`);
    });
  }

  private raise(house: House, { n, x, y, windows, chimneys }: RoofData, sorted: Container, settled: Settled): void {
    const put = (frame: string, left: number, foot: number, depth: number) => {
      const sprite = this.art.sprite(frame);
      sprite.position.set(left, foot);
      sprite.zIndex = y + depth;
      return sorted.addChild(sprite);
    };
    // In front of the wall that it hides, behind whoever stands before the house.
    const roof = put(n, x, y, 2);
    settled.add(n, roof, SNOWED);
    house.roofs.push(roof);
    for (const [left, middle, lit] of windows) house.panes.push(put(lit, left, middle, 2.1));
    for (const [left, top] of chimneys) house.smoke.push(put('fx_puff_0', left, top, 2.2));
  }
}

/** Whether there is a reason to see into a building. */
export function isLifted(address: string, { awake, lookedInto, zoom }: Looks): boolean {
  return zoom >= CLOSE || lookedInto.has(address) || awake.has(address);
}

function step(from: number, to: number, most: number): number {
  return Math.abs(to - from) <= most ? to : from + Math.sign(to - from) * most;
}
