/** The course of one flash. */

/** Real milliseconds after a stroke, and how bright the sky is from then on. */
const COURSE: readonly (readonly [after: number, alpha: number])[] = [
  [0, 0.34],
  [60, 0.08],
  [130, 0.24],
  [180, 0.12],
  [260, 0.05],
  [360, 0],
];

/** How bright a flash is so many milliseconds after the stroke. */
export function brightness(after: number): number {
  let alpha = 0;
  for (const [from, bright] of COURSE) if (after >= from) alpha = bright;
  return alpha;
}
