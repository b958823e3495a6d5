import { german } from '../grammar.ts';
import type { Words } from '../en/index.ts';

export const recap: Words['recap'] = {
  buttons: 'Nachlesen',
  open: 'Was habe ich verpasst?',
  paper: 'Zeitung',
  away: (hours) =>
    `In der Stadt ${german.count(
      Math.round(hours),
      () => 'ist eine Stunde',
      (n) => `sind ${n} Stunden`,
    )} vergangen, seit du hier warst.`,
  notNow: 'Nicht jetzt',
  title: 'Was geschah',
  span: (from, upto) => `Von ${from} bis ${upto}`,
  spans: 'Seit wann?',
  since: {
    away: 'Seit ich hier war',
    hour: 'Letzte Stunde',
    today: 'Heute',
    yesterday: 'Seit gestern',
    start: 'Von Anfang an',
  },
  looking: 'Es wird nachgelesen …',
  written: {
    writing: 'Der Verstand der Stadt schreibt. Bis dahin mit den Worten des eingebauten:',
    model: 'Vom Verstand der Stadt geschrieben, aus dem, was geschah, und aus sonst nichts.',
    paper:
      'Vom Verstand der Stadt geschrieben, aus dem, was geschah, und aus sonst nichts. Was er ausließ, erzählt der eingebaute.',
    standIn: (why) => `Mit den Worten des eingebauten Verstands, denn der Verstand der Stadt schrieb nicht: ${why}.`,
  },
  quiet: 'Nichts Besonderes: Alle gingen ihrem Tag nach.',
  go: (moment) => `${moment} zeigen`,
  save: 'Als Aufzeichnung sichern',
  saving: 'Die Datei wird gemacht …',
  saved: (size) => `Gesichert: ${german.number(size / 1e6, 1)} MB. Läuft auch ohne Netz.`,
  issue: (issue) => `Nr. ${german.number(issue)}`,
  asOfNow: 'Stand jetzt: Der Tag ist noch nicht vorbei.',
  before: 'Der Tag davor',
  after: 'Der Tag danach',
  figures: 'Der Tag in Zahlen',
};
