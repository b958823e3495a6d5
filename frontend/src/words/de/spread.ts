import type { Words } from '../en/index.ts';
import { german } from '../grammar.ts';

export const spread: Words['spread'] = {
  title: 'Wer davon weiß',
  following: 'Hört sich um …',
  reach: (knowers, residents) => `${german.number(knowers)} von ${german.number(residents)} wissen davon`,
  before: 'vor dem ersten Tag',
  first: 'wusste es zuerst',
  from: (speaker, overheard) => (overheard ? `hörte ${speaker} mit` : `von ${speaker}`),
  firstInWords: (name) => `${name} hat es von niemandem in der Stadt.`,
  items: 'Was die Runde macht',
  known: (knowers) => `${german.number(knowers)} ${knowers === 1 ? 'weiß' : 'wissen'} es`,
  who: 'Wer weiß es noch?',
};
