import type { Words } from '../en/index.ts';
import { german } from '../grammar.ts';

export const compare: Words['compare'] = {
  title: (one, other) => `${one} und ${other} nebeneinander`,
  maps: 'Welche Karte zu sehen ist',
  mapOf: (town) => `Karte von ${town}; die Pfeiltasten bewegen beide Karten, Plus und Minus vergrößern beide`,
  goTo: (town) => `Geh zu ${town}`,
  time: 'Zeit von beiden',
  moment: 'Augenblick, den beide zeigen',
  play: 'Beide ab hier abspielen',
  pause: 'Beide anhalten',
  before: 'Zehn Minuten früher',
  after: 'Zehn Minuten später',
  pace: 'Tempo von beiden',
  end: 'So weit, wie beide gelebt haben',
  liveOn: 'Beide leben 1 Stunde weiter',
  livesOn: 'Beide leben weiter …',
  differences: 'Unterschiede',
  looking: 'Wird verglichen …',
  upto: (moment) => `Bis ${moment}`,
  paused: 'Verglichen wird wieder, wenn du anhältst.',
  same: 'Bis zu diesem Augenblick haben sie dasselbe Leben gelebt, Ereignis für Ereignis.',
  begins: 'Womit es anfängt',
  parts: (moment) => `Der erste Unterschied: ${moment}`,
  partsOf: (moment, who) => `Der erste Unterschied: ${moment}, bei ${who}`,
  causes: (count) =>
    german.count(
      count,
      () => 'Alles, was anders ist, kommt davon:',
      (n) => `Was anders ist, kommt von diesen ${n}:`,
    ),
  noCause: 'Dafür hat niemand etwas getan: Köpfe haben nicht dasselbe geantwortet.',
  answered: (who) => `${who} hat anders geantwortet`,
  memoriesOfIt: (count) =>
    german.count(
      count,
      () => 'eine Erinnerung',
      (n) => `${n} Erinnerungen`,
    ),
  linesOfIt: (count) =>
    german.count(
      count,
      () => 'ein gesprochener Satz',
      (n) => `${n} gesprochene Sätze`,
    ),
  follows: (what) => `Daraus: ${german.list(what)}`,
  goToCause: (number) => `Beide bei Ursache ${number} zeigen, von der das kommt`,
  further: (count) => `… ${count} weitere …`,
  marked: (town) => `in ${town} nicht so`,
  elsewhere: 'Wer anderswo ist oder anderes tut',
  nobodyElsewhere: 'In diesem Augenblick sind alle am selben Ort und tun dasselbe.',
  since: (moment) => `Lebt anders seit ${moment}`,
  where: (place, what) => (what === '' ? place : `${what}, ${place}`),
  outside: 'draußen',
  absent: 'wohnt hier nicht',
  knows: 'Wer mehr weiß',
  knowsNothing: 'Niemand erinnert sich nur hier an etwas.',
  memories: (count) =>
    german.count(
      count,
      () => 'Eine Erinnerung gibt es nur hier.',
      (n) => `${n} Erinnerungen gibt es nur hier.`,
    ),
  said: 'Was nur hier gesagt wurde',
  saidNothing: 'Nichts wurde nur hier gesagt.',
  lines: (count) =>
    german.count(
      count,
      () => 'Ein Satz wurde nur hier gesagt.',
      (n) => `${n} Sätze wurden nur hier gesagt.`,
    ),
  shownOf: (count) => `Aufgeführt sind die ${german.number(count)} wichtigsten.`,
  only: (town) => `Nur in ${town}`,
  flyTo: (who, town) => `Beide Karten dorthin, wo ${who} in ${town} ist`,
  goToMoment: (moment) => `Beide bei ${moment} zeigen`,
};
