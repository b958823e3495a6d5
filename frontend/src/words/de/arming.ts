import { german } from '../grammar.ts';
import type { Words } from '../en/index.ts';

const jemand = (who: string) => (who === '' ? 'jemand' : who);

export const arming: Words['arming'] = {
  happens: 'Wenn etwas geschieht',
  what: 'Was geschehen muss',
  kinds: {
    arrives: 'Jemand kommt an',
    talk: 'Zwei kommen ins Gespräch',
    knows: 'Eine Neuigkeit spricht sich herum',
    heard_of: 'Worte sprechen sich herum',
    thing: 'Ein Ding verändert sich',
    weather: 'Das Wetter ändert sich',
    clock: 'Eine Uhrzeit',
    commitment: 'Eine Zusage wird gegeben, gehalten oder gebrochen',
  },
  fields: {
    who: 'Wer',
    place: 'Wo',
    one: 'Wer',
    other: 'Mit wem',
    news: 'Welche Neuigkeit',
    what: 'Wovon man weiß',
    least: 'Wie viele sie kennen müssen',
    object: 'Ding',
    state: 'Der Zustand, in dem es sein muss, in Worten',
    weather: 'Wetter',
    how: 'Was daraus wird',
  },
  goesRound: { announcement: 'Durchgesagt', commitment: 'Verabredet' },
  thenWhat: 'Wähle, was dann geschehen soll.',
  notWaiting: 'Nicht darauf warten',
  anybody: 'Irgendjemand',
  soMany: 'So viele Leute',
  hows: { made: 'gegeben', kept: 'gehalten', broken: 'gebrochen' },
  waits: 'Wartet höchstens',
  spans: { 60: 'eine Stunde', 360: 'sechs Stunden', 1440: 'einen Tag', 4320: 'drei Tage', 10080: 'eine Woche' },
  when: {
    arrives: (who, place) => `Wenn ${jemand(who)} ankommt (${place}):`,
    talk: (one, other) => `Wenn ${one} und ${other} ins Gespräch kommen:`,
    knows: (who, least, news) =>
      who === ''
        ? `Wenn ${german.count(
            least,
            () => 'eine Person davon weiß',
            (n) => `${n} Leute davon wissen`,
          )} („${news}“):`
        : `Wenn ${who} davon weiß („${news}“):`,
    thing: (thing, state) => `Wenn das so ist (${thing}: ${state}):`,
    weather: {
      clear: 'Wenn der Himmel aufklart:',
      rain: 'Wenn es regnet:',
      storm: 'Wenn ein Sturm aufzieht:',
      snow: 'Wenn es schneit:',
      fog: 'Wenn Nebel aufzieht:',
      heat: 'Wenn es sehr heiß ist:',
    },
    clock: (time) => `Wenn es ${time} Uhr ist:`,
    commitment: {
      made: (who) => `Wenn ${jemand(who)} etwas zusagt:`,
      kept: (who) => `Wenn ${jemand(who)} eine Zusage hält:`,
      broken: (who) => `Wenn ${jemand(who)} eine Zusage bricht:`,
    },
  },
  armed: 'Es wartet auf seinen Augenblick, siehe unten.',
  waiting: 'Wartet auf seinen Augenblick',
  soMuch: (count) =>
    count === 0 ? 'Nichts wartet mehr auf seinen Augenblick' : `Wartet auf seinen Augenblick: ${german.number(count)}`,
  by: (name, until) => `von ${name}, bis ${until}`,
  takeBack: 'Zurücknehmen',
  takingBack: 'Wird zurückgenommen …',
  ends: {
    fired: (clock) => `Geschehen: ${clock}.`,
    failed: (clock, why) => `Ging nicht (${clock}): ${why}`,
    expired: (clock) => `Es kam nie dazu. Aufgegeben: ${clock}.`,
    cancelled: (clock, who) => `Zurückgenommen von ${who}: ${clock}.`,
  },
};
