import type { Words } from '../en/index.ts';
import { german } from '../grammar.ts';

const times = (speed: number): string => `${german.number(speed, speed < 10 && speed % 1 !== 0 ? 1 : 0)}×`;

/** The genitive of a name: "Anas", but "Klaus’". */
const genitive = (name: string): string => (/[sßxz]$/i.test(name) ? `${name}’` : `${name}s`);

export const telling: Words['telling'] = {
  weekdays: ['Sonntag', 'Montag', 'Dienstag', 'Mittwoch', 'Donnerstag', 'Freitag', 'Samstag'],
  day: (weekday, day) => `${weekday} · Tag ${day}`,
  dayAndClock: (day, clock) => `Tag ${day}, ${clock}`,
  times,
  clock: {
    paused: 'Angehalten',
    starting: 'Die Stadt wird geweckt …',
    ended: 'Das Leben dieser Stadt ist zu Ende; ansehen kann man sie weiter',
    waitingForAMind: 'wartet, bis jemand nachgedacht hat',
    waiting: (whose, more, seconds) => `wartet auf ${whose}${more === 0 ? '' : ` und ${more} mehr`}, ${seconds} s`,
    atMost: (pace) => `Läuft mit ${times(pace)}, so schnell es geht`,
    running: (pace) => `Läuft mit ${times(pace)}`,
    slower: (pace, wanted, visited) =>
      `Läuft mit ${times(pace)} von ${times(wanted)}${visited ? ', solange ein Gast spricht' : ''}`,
  },
  questions: {
    plan_day: 'Plan für den Tag',
    detail_plan: 'nächste Schritte',
    react: 'Entscheidung',
    say: 'nächste Worte',
    digest: 'Gedanken zu einem Gespräch',
    rate: 'Gespür für Wichtiges',
    reflect: 'Nachdenken',
    answer: 'Antwort',
    adjudicate: 'Urteil',
    embed: 'Erinnerungen',
    sketch: 'Formular für jemand Neues',
    tell: 'Bericht, was geschah',
  },
  whose: (name, what) => `${genitive(name)} ${what}`,
  outside: 'draußen',
  onTheWay: (here, place) => `${here}, unterwegs: ${place}`,
  talkingWith: (names) => `im Gespräch mit ${german.list(names)}`,
  thinkingWhatNext: 'überlegt, was als Nächstes kommt',
  onTheWayFor: (place, activity) => `unterwegs: ${place}, ${activity}`,
  visiting: 'zu Besuch',
  somebody: 'ein Gast',
  theDirector: 'Die Regie',
  feelings: {
    energy: { label: 'Kraft', words: ['erschöpft', 'müde', 'wach', 'ausgeruht'] },
    hunger: { label: 'Sattheit', words: ['ausgehungert', 'hungrig', 'zufrieden', 'satt'] },
    company: { label: 'Gesellschaft', words: ['einsam', 'sucht Gesellschaft', 'zufrieden', 'hatte genug'] },
    mood: { label: 'Laune', words: ['elend', 'gedrückt', 'ausgeglichen', 'fröhlich', 'überglücklich'] },
  },
  sureness: ['glaubt es kaum', 'glaubt es halb', 'glaubt es', 'ist sich sicher'],
  standing: {
    asked: 'gefragt, noch keine Antwort',
    accepted: 'hat zugesagt',
    declined: 'hat abgesagt',
    kept: 'war da',
    broken: 'kam nicht',
  },
  minds: {
    rules: { label: 'Eingebaut', words: 'Denkt nach Regeln: kostenlos, schnell, braucht kein Modell.' },
    model: { label: 'Modell', words: 'Jeder Gedanke ist ein Aufruf des Modells und kann Geld kosten.' },
    auto: {
      label: 'Modell bei Gästen',
      words: 'Das Modell, wenn Gäste in der Nähe sind, sonst der eingebaute Verstand.',
    },
  },
  answeredBy: {
    nobody: 'noch nicht beantwortet',
    rules: 'der eingebaute Verstand, kostenlos',
    model: 'das Modell',
    stoodIn: (why) => `der eingebaute Verstand ist für das Modell eingesprungen (${why})`,
  },
  stoodIn: {
    budget: 'das Budget ist aufgebraucht',
    away: 'sein Server war nicht zu erreichen',
    invalid: 'seine Antworten passten nicht',
    refused: 'es hat abgelehnt',
    timeout: 'es hat zu lange gedauert',
    busy: 'es ist beschäftigt',
    off: 'es ist keines eingerichtet',
  },
  weather: { clear: 'klar', rain: 'Regen', storm: 'ein Unwetter', snow: 'Schnee', fog: 'Nebel', heat: 'große Hitze' },
};
