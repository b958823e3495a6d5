/** Names of places, and marks at objects whose state is unusual, over the map. */
import { nameOf } from '../town/addresses.ts';
import type { StateDocument } from '../town/generated.ts';
import type { Setting } from '../town/setting.ts';
import type { SceneData } from './art.ts';
import type { Camera, Point } from './camera.ts';
import { Layout } from './layout.ts';
import { shorten } from './speech.ts';

interface Mark {
  element: HTMLElement;
  /** In art pixels. */
  at: Point;
  width: number;
}

const LETTERS = 28;
const HEIGHT = 20;
/** Of a place's name. */
const PLACE_HEIGHT = 18;

export class Marks {
  private readonly places: Mark[];
  private readonly things = new Map<string, Mark>();
  private readonly host: HTMLElement;
  private readonly setting: Setting;
  private readonly tile: number;
  private readonly pick: (object: string) => void;
  private drawnFrom: StateDocument['objects'] | null = null;
  /** From where it was drawn; names stand still as long as the view does. */
  private drawnAt = '';

  constructor(host: HTMLElement, scene: SceneData, setting: Setting, pick: (object: string) => void) {
    this.host = host;
    this.setting = setting;
    this.tile = scene.tile;
    this.pick = pick;
    this.places = scene.places.map(({ name, x, y }) => {
      const element = document.createElement('div');
      element.className = 'place';
      element.textContent = name;
      host.append(element);
      return { element, at: { x, y }, width: element.offsetWidth };
    });
  }

  draw(objects: StateDocument['objects'], camera: Camera): void {
    const at = `${camera.x} ${camera.y} ${camera.zoom} ${camera.size.width} ${camera.size.height}`;
    if (objects === this.drawnFrom && at === this.drawnAt) return;
    if (objects !== this.drawnFrom) this.read(objects);
    this.drawnFrom = objects;
    this.drawnAt = at;
    const names = new Layout();
    for (const { element, at, width } of this.places) {
      const { x, y } = camera.toScreen(at);
      const wanted = { x: Math.round(x), top: Math.round(y) - PLACE_HEIGHT / 2, width, height: PLACE_HEIGHT };
      // A neighbour's name makes way upwards; one that finds no room is left to the nearer zooms.
      const box = names.first([0, 1, 2].map((rise) => ({ ...wanted, top: wanted.top - rise * PLACE_HEIGHT })));
      element.classList.toggle('folded', box === null);
      if (box !== null) element.style.transform = `translate(${box.x}px,${box.top}px) translateX(-50%)`;
    }
    const layout = new Layout();
    for (const { element, at, width } of this.things.values()) {
      const { x, y } = camera.toScreen(at);
      const box = layout.below({ x: Math.round(x), top: Math.round(y + 2), width, height: HEIGHT });
      element.style.transform = `translate(${box.x}px,${box.top}px) translateX(-50%)`;
    }
  }

  private read(objects: StateDocument['objects']): void {
    for (const [object, now] of Object.entries(objects)) {
      const known = this.things.get(object);
      if (!this.setting.isUnusual(object, now)) {
        known?.element.remove();
        this.things.delete(object);
        continue;
      }
      const text = shorten(now.state, LETTERS);
      if (known?.element.textContent === text) continue;
      known?.element.remove();
      this.raise(object, text, now.state);
    }
  }

  private raise(object: string, text: string, state: string): void {
    const middle = this.setting.middleOf(object);
    if (middle === null) return;
    const element = document.createElement('button');
    element.type = 'button';
    element.className = 'mark';
    element.textContent = text;
    element.dataset.object = object;
    element.setAttribute('aria-label', `${nameOf(object)}: ${state}`);
    element.addEventListener('click', () => this.pick(object));
    this.host.append(element);
    const at = { x: (middle[0] + 0.5) * this.tile, y: (middle[1] + 1) * this.tile };
    this.things.set(object, { element, at, width: element.offsetWidth });
  }
}
