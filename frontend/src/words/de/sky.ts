import type { Words } from '../en/index.ts';

/** Dächer und Wetter über der Karte. */
export const sky: Words['sky'] = {
  roofs: 'Dächer',
  roofsHint: 'Häuser tragen Dächer, wo niemand auf den Beinen ist; sie heben sich, wo man hineinsieht',
};
