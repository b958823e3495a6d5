import type { Words } from '../en/index.ts';
import { german } from '../grammar.ts';

export const spread: Words['spread'] = {
  title: 'Wer davon weiß',
  following: 'Hört sich um …',
  reach: (knowers, residents) => `${german.number(knowers)} von ${german.number(residents)} wissen davon`,
  before: 'vor dem ersten Tag',
  first: 'wusste es zuerst',
  how: {
    knew: () => 'wusste es von Anfang an',
    announced: () => 'hörte die Durchsage',
    planted: () => 'von der Hand der Regie',
    saw: (who) => (who === null ? 'sah es' : `sah ${who}`),
    heard: (who) => (who === null ? 'hörte es' : `hörte ${who}`),
    thought: () => 'kam selbst darauf',
  },
  origin: {
    announced: (_who, said) => `Es wurde durchgesagt: „${said}“`,
    heard: (who, said) => `${who ?? 'Jemand'}: „${said}“`,
    saw: (who, state) => (who === null ? `Sah es: ${state}` : `Sah ${who}: ${state}`),
  },
  whenMore: 'Etwas tun, sobald noch jemand davon weiß',
  show: 'Den Moment zeigen',
  from: (speaker, overheard) => (overheard ? `hörte ${speaker} mit` : `von ${speaker}`),
  firstInWords: (name) => `${name} hat es von niemandem in der Stadt.`,
  items: 'Was die Runde macht',
  known: (knowers) => `${german.number(knowers)} ${knowers === 1 ? 'weiß' : 'wissen'} es`,
  who: 'Wer weiß es noch?',
  whoKnows: 'Wer weiß davon?',
};
