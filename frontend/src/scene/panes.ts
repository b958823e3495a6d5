/** Which windows of a house shine at night. */

/** Hour at which the lights that were left on for the evening go out, and that at which the evening ends for good. */
const BEDTIME = 23;
const MORNING = 5;

export interface Households {
  /** Buildings with somebody awake inside, by address. */
  awake: ReadonlySet<string>;
  /** Buildings with anybody inside. */
  home: ReadonlySet<string>;
  /** Hour of the town's day, 0 to 24. */
  hour: number;
}

/** Whether it is the time at which a light is left on in a house where nobody is up. */
export const isEvening = (hour: number) => hour >= MORNING && hour < BEDTIME;

/** Whether the window of that number is lit: all where somebody is up, some in the evening, one where people sleep. */
export function isPaneLit(house: string, number: number, { awake, home, hour }: Households): boolean {
  if (awake.has(house)) return true;
  const turn = (number + house.length) % 3;
  return isEvening(hour) ? turn !== 1 : home.has(house) && number === house.length % 2;
}
