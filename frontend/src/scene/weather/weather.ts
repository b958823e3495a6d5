/** The weather over the town, as its state has it. */
import { Container } from 'pixi.js';
import type { Art } from '../art.ts';
import type { Colour } from '../daylight.ts';
import type { Shelter, View } from '../shelter.ts';
import { Drifting, FOG, HEAT } from './drifting.ts';
import { Lightning } from './lightning.ts';
import { Rain } from './rain.ts';
import { Settled } from './settled.ts';
import { skyOf, turned, type Sky, type WeatherKind } from './sky.ts';
import { Snowfall } from './snowfall.ts';

export class Weather {
  /** Goes over what stands in the town, and under the night. */
  readonly layer = new Container();
  readonly settled: Settled;
  readonly lightning = new Lightning();
  private readonly rain: Rain;
  private readonly snowfall: Snowfall;
  private readonly fog: Drifting;
  private readonly heat: Drifting;
  private readonly calm = matchMedia('(prefers-reduced-motion: reduce)');
  private sky: Sky | null = null;

  constructor(art: Art, shelter: Shelter) {
    this.settled = new Settled(art, shelter);
    this.heat = new Drifting(HEAT, art, shelter, this.layer);
    this.rain = new Rain(art, shelter, this.layer);
    this.snowfall = new Snowfall(art, shelter, this.layer);
    this.fog = new Drifting(FOG, art, shelter, this.layer);
  }

  /** What it does to the light, 0 to 1 a colour. */
  get light(): Colour {
    return this.sky?.light ?? [1, 1, 1];
  }

  /** `elapsed` and `now` are real milliseconds. */
  draw(weather: WeatherKind, view: View, elapsed: number, now: number): void {
    this.sky = this.sky === null ? skyOf(weather) : turned(this.sky, weather, elapsed);
    const { sky } = this;
    // Who asked for less motion sees the weather stand still, and no flashes.
    const moment = this.calm.matches ? 0 : now;
    this.rain.draw(view, sky.rain, moment);
    this.snowfall.draw(view, sky.flakes, moment);
    this.fog.draw(view, sky.fog, moment);
    this.heat.draw(view, sky.heat, moment);
    this.settled.draw(sky.settled);
    this.lightning.draw(weather === 'storm' && !this.calm.matches, now);
  }
}
