/** The colour of the light by the hour of the town's day. */

export type Colour = readonly [red: number, green: number, blue: number];

/** Hour of the day, and the colour that the whole town is multiplied with, 0 to 255. */
const SKY: readonly (readonly [hour: number, red: number, green: number, blue: number])[] = [
  [0, 80, 88, 150],
  [5, 90, 96, 158],
  [6.3, 196, 150, 150],
  [7.2, 250, 226, 206],
  [8.2, 255, 249, 238],
  [12, 255, 255, 255],
  [16.5, 255, 247, 230],
  [18.5, 252, 208, 170],
  [19.6, 180, 142, 172],
  [21.3, 88, 94, 156],
  [24, 80, 88, 150],
];

/** The light at `hour`, 0 to 24. */
export function daylight(hour: number): Colour {
  const next = SKY.findIndex(([from]) => from > hour);
  const after = SKY[next < 0 ? SKY.length - 1 : next] ?? [24, 255, 255, 255];
  const before = SKY[(next < 0 ? SKY.length : next) - 1] ?? after;
  const span = after[0] - before[0];
  const part = span === 0 ? 0 : (hour - before[0]) / span;
  const mix = (i: 1 | 2 | 3) => before[i] + (after[i] - before[i]) * part;
  return [mix(1), mix(2), mix(3)];
}

/** Light that comes through a weather, whose colour is 0 to 1. */
export function through([red, green, blue]: Colour, weather: Colour): Colour {
  return [red * weather[0], green * weather[1], blue * weather[2]];
}

/** How much lamps and windows shine, 0 by day to 1 by night. */
export function lampLight([, green]: Colour): number {
  return Math.min(1, Math.max(0, (205 - green) / 105));
}
