import type { Words } from '../en/index.ts';

/** Für jemanden handeln. */
export const stepInto: Words['stepInto'] = {
  title: 'In eine Rolle schlüpfen',
  hint: 'Du handelst für jemanden, bis du die Rolle verlässt: Der eigene Verstand entscheidet so lange nichts. Die anderen merken nichts, und was du tust, erinnert die Person als eigenes.',
  whom: 'In wen',
  actedFor: (name, by) => `${name} (für sie oder ihn handelt ${by})`,
  stepIn: 'Hineinschlüpfen',
  youAre: (name) => `Du bist ${name}`,
  keys: 'Mit W A S D, den Pfeiltasten oder einem Klick führst du.',
  paused: 'Die Stadt steht still; gegangen wird, wenn die Zeit weiterläuft.',
  stepOut: 'Rolle verlassen',
  go: 'Irgendwohin gehen',
  where: 'Gehen nach',
  goThere: 'Gehen',
  use: 'Hier etwas benutzen',
  what: 'Hier benutzen',
  useIt: 'Benutzen',
  say: 'Etwas sagen',
  toWhom: 'Sprechen mit',
  nobodyNear: 'Niemand, der wach ist, ist nah genug. Geh dorthin, wo jemand ist.',
  words: 'Worte',
  sayIt: 'Sagen',
  stop: 'Aufhören oder sich verabschieden',
  silence: 'Nach zehn Minuten ohne Zeichen von dir endet es.',
};
