import type { Words } from '../en/index.ts';
import { german } from '../grammar.ts';

const names = german.list;

export const replay: Words['replay'] = {
  title: (town) => `${town}: eine Aufzeichnung`,
  badge: 'Aufzeichnung',
  span: (from, upto) => `${from} bis ${upto}`,
  broken:
    'Diese Datei ist nicht vollständig: Sie wurde unterwegs abgeschnitten oder verändert. Bitte noch einmal holen.',
  unreadable:
    'Dieser Browser ist zu alt, um die Datei auszupacken. Bitte mit einem aktuellen Firefox, Chrome, Edge oder Safari öffnen.',
  unpacking: 'Die Stadt wird ausgepackt …',
  tabs: { people: 'Leute', told: 'Was geschah' },
  town: 'Die Stadt',
  controls: 'Die Zeit der Aufzeichnung',
  play: 'Abspielen',
  pause: 'Anhalten',
  again: 'Von vorn',
  speed: 'Tempo',
  moment: 'Zeitpunkt',
  momentHint: 'Pfeiltasten bewegen um eine Minute, mit Umschalt um zehn, Pos1 und Ende zum Anfang und zum Ende',
  nothingYet: 'Noch wurde nichts gesagt oder getan.',
  all: 'Alle zeigen',
  lines: 'Was gesagt wurde',
  noLines: 'Hat noch nichts gesagt.',
  memories: 'Was in Erinnerung blieb',
  noMemories: 'Noch nichts.',
  follow: 'Folgen',
  to: (who) => `zu ${names(who)}`,
};
