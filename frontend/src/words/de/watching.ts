import { german } from '../grammar.ts';
import type { Words } from '../en/index.ts';

const names = german.list;

export const watching: Words['watching'] = {
  minimap: {
    label: 'Kleine Karte: Pfeiltasten bewegen den Ausschnitt, Pos1 zeigt die Mitte',
    show: 'Kleine Karte zeigen',
    hide: 'Kleine Karte verbergen',
  },
  eye: {
    toggle: 'Auge der Regie',
    hint: 'Fliegt von selbst dorthin, wo es am meisten zu sehen gibt, und sagt, warum',
    looking: 'Sieht sich um …',
    why: {
      talk: (who) => `${names(who)} unterhalten sich`,
      news_told: (who) => `${who[0] ?? ''} erzählt ${names(who.slice(1))} eine Neuigkeit`,
      quarrel: (who) => `${names(who)} geraten aneinander`,
      with_visitor: (who) => `${names(who)} unterhalten sich: Besuch von außen`,
      visitor_came: (who) => `${who[0] ?? ''} ist gerade in die Stadt gekommen`,
      newcomer: (who) => `${who[0] ?? ''} ist gerade zugezogen`,
      announced: () => 'Die Regie hat etwas bekannt gegeben',
      changed: (thing, state) => `Werk der Regie, ${thing}: ${state}`,
      kept: (who) => `${who[0] ?? ''} hat ein Versprechen gehalten`,
      broken: (who) => `${who[0] ?? ''} ist nicht wie versprochen gekommen`,
      asked: (who) => `${who[0] ?? ''} lädt ${names(who.slice(1))} ein`,
      agreed: (who) => `${who[0] ?? ''} hat zugesagt`,
      knocked: (who) => `${who[0] ?? ''} klopft an eine Tür`,
      reached: (who) => `${who[0] ?? ''} hat ein Ziel erreicht`,
      gathering: (count, place) => `${count} Leute sind zusammengekommen: ${place}`,
      occasion: (what, count, place) => `${count} sind gekommen (${what}): ${place}`,
      burning: (thing, state) => `Achtung, ${thing}: ${state}`,
      on_the_way: (name, what) => `${name} ist unterwegs zu: ${what}`,
      at_work: (name, activity) => `Nichts Besonderes bei ${name}: ${activity}`,
      asleep: () => 'Alle schlafen',
    },
  },
  skip: {
    start: 'Vorspulen, bis etwas geschieht',
    stop: 'Nicht weiter vorspulen',
    going: 'Es wird vorgespult, bis etwas geschieht …',
    found: (what) => `Hier: ${what}`,
    talkStarted: (who) => `${names(who)} beginnen ein Gespräch`,
    something: 'etwas ist geschehen',
    nothing: 'Lange ist nichts geschehen; die Zeit geht wieder wie zuvor.',
  },
  night: (pace) => `Alle schlafen: Die Nacht vergeht mit ${pace}`,
  roster: {
    search: 'Leute suchen',
    placeholder: 'Name, Beruf, Ort, Tätigkeit',
    none: (query) => `Zu „${query}“ passt niemand.`,
    found: (count, all) => `${german.number(count)} von ${german.number(all)}`,
    more: (count) =>
      german.count(
        count,
        (n) => `${n} weitere Person zeigen`,
        (n) => `${n} weitere zeigen`,
      ),
    visitor: 'Besuch von außen',
  },
  feed: {
    filters: 'Was gezeigt wird',
    sort: 'Art',
    person: 'Person',
    place: 'Ort',
    anything: 'Alles',
    anybody: 'Alle',
    anywhere: 'Überall',
    sorts: {
      talk: 'Gespräche',
      promises: 'Versprechen',
      thoughts: 'Pläne und Gedanken',
      visitors: 'Besuch',
      world: 'Die Stadt',
    },
    none: 'Nichts von dieser Art unter dem, was zuletzt geschah.',
    clear: 'Alles zeigen',
  },
};
