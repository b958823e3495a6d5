import type { Words } from '../en/index.ts';
import { german } from '../grammar.ts';

const memories = (count: number) =>
  german.count(
    count,
    (n) => `${n} Erinnerung`,
    (n) => `${n} Erinnerungen`,
  );

export const mind: Words['mind'] = {
  why: 'Warum?',
  lookingUp: 'Wird nachgeschlagen …',
  feels: 'Befinden',
  who: 'Wer das ist',
  aims: 'Ziele',
  noAims: 'Noch keine eigenen. Sie entstehen beim Nachdenken.',
  reached: 'erreicht',
  givenUp: 'aufgegeben',
  beliefs: 'Überzeugungen',
  noBeliefs: 'Noch keine. Sie entstehen aus Gesprächen und beim Nachdenken.',
  whoThinks: 'Wer hier denkt',
  howSure: 'Wie sicher',
  held: (sure, from, since) => `${sure}${from === null ? '' : `, von ${from}`}, seit ${since}`,
  history: 'Verlauf',
  neverChanged: 'Seit Beginn hat sich nichts geändert.',
  measure: (value) => german.number(value, 2),
  agreed: {
    title: 'Verabredet',
    givesIt: 'lädt ein',
    when: (start, end, place, host) => `${start} bis ${end}, ${place}${host === null ? '' : `, ${host} lädt ein`}`,
    others: (count) => (count === 1 ? 'noch jemand' : `${german.number(count)} weitere`),
  },
  card: {
    parts: { recency: 'frisch', importance: 'wichtig', relevance: 'passend' },
    decided: 'gab den Ausschlag',
    whereFrom: 'Woher?',
    score: (total) => `Gewicht ${german.number(total, 2)}`,
  },
  recollections: {
    title: 'Was in den Sinn kommt bei …',
    words: 'Woran gedacht werden soll',
    example: 'das Fest, ein Name, irgendetwas',
    look: 'Nachsehen',
    looking: 'Wird gesucht …',
    none: 'Nichts: Noch gibt es keine Erinnerungen.',
    found: 'Was in den Sinn kommt',
  },
  roots: {
    title: 'Wurzeln',
    digging: 'Wird ausgegraben …',
    whose: (name) => `von ${name}, `,
    further: '… und noch tiefer',
  },
  chain: {
    title: 'Warum?',
    back: 'Zurück',
    following: 'Die Spur wird zurückverfolgt …',
    saidSo: 'Es wurde so gesagt',
    comesOf: 'Es kommt von',
    nothing: 'Dahinter liegt nichts: Es wurde gesehen, steht so im Szenario oder ist von der Stadt selbst.',
    cameToNothing: (choice) => `Daraus wurde nichts: ${choice}`,
    cameToMind: (count) => `In den Sinn gekommen: ${memories(count)}`,
    ledTo: (count) => `Wozu es geführt hat (${german.number(count)})`,
  },
  call: {
    failed: (outcome, fault) => `(${outcome}${fault === '' ? '' : `: ${fault}`})`,
    outcomes: {
      ok: 'in Ordnung',
      invalid: 'unpassende Antwort',
      refused: 'abgelehnt',
      timeout: 'zu langsam',
      rate_limited: 'zu oft gefragt',
      server_error: 'Fehler des Servers',
      cut: 'abgebrochen',
      empty: 'leer',
      too_long: 'zu lang',
      bad_request: 'falsche Anfrage',
    },
    cost: (input, cached, output, cost, seconds) =>
      `${german.number(input)} Token hinein, ${german.number(cached)} davon aus dem Zwischenspeicher, ${german.number(output)} heraus${
        cost === null ? '' : `, Kosten ${german.number(cost, 4)}`
      }, ${german.number(seconds, 1)} s`,
    promptAndAnswer: 'Anfrage und Antwort',
    answer: 'Antwort',
  },
};
