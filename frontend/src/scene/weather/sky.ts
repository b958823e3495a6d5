/** How each weather looks: what falls, what drifts, and what it does to the light. */
import type { StateDocument } from '../../town/generated.ts';
import type { Colour } from '../daylight.ts';

export type WeatherKind = StateDocument['weather'];

/** Amounts from 0 to 1, unless said otherwise. */
export interface Sky {
  /** 0 none, 1 a plain rain, 2 a storm. */
  rain: number;
  flakes: number;
  fog: number;
  heat: number;
  /** How much snow lies. */
  settled: number;
  /** The light is multiplied with it, 0 to 1 a colour. */
  light: Colour;
}

const NOTHING = { rain: 0, flakes: 0, fog: 0, heat: 0, settled: 0 };

const SKIES: Readonly<Record<WeatherKind, Sky>> = {
  clear: { ...NOTHING, light: [1, 1, 1] },
  rain: { ...NOTHING, rain: 1, light: [0.76, 0.82, 0.91] },
  storm: { ...NOTHING, rain: 2, light: [0.56, 0.62, 0.78] },
  snow: { ...NOTHING, flakes: 1, settled: 1, light: [0.93, 0.96, 1] },
  fog: { ...NOTHING, fog: 1, light: [0.88, 0.91, 0.94] },
  heat: { ...NOTHING, heat: 1, light: [1, 0.955, 0.84] },
};

/** Real milliseconds in which the weather turns, and in which snow settles or melts. */
const TURN = 1500;
const SETTLE = 9000;

export const skyOf = (weather: WeatherKind): Sky => SKIES[weather];

/** The sky `elapsed` real milliseconds nearer to that of `weather`. */
export function turned(sky: Sky, weather: WeatherKind, elapsed: number): Sky {
  const goal = skyOf(weather);
  const [turn, settle] = [elapsed / TURN, elapsed / SETTLE];
  return {
    rain: nearer(sky.rain, goal.rain, turn * 2),
    flakes: nearer(sky.flakes, goal.flakes, turn),
    fog: nearer(sky.fog, goal.fog, turn),
    heat: nearer(sky.heat, goal.heat, turn),
    settled: nearer(sky.settled, goal.settled, settle),
    light: [
      nearer(sky.light[0], goal.light[0], turn * 0.5),
      nearer(sky.light[1], goal.light[1], turn * 0.5),
      nearer(sky.light[2], goal.light[2], turn * 0.5),
    ],
  };
}

function nearer(from: number, to: number, most: number): number {
  return Math.abs(to - from) <= most ? to : from + Math.sign(to - from) * most;
}
