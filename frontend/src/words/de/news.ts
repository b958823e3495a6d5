import type { Words } from '../en/index.ts';
import { german } from '../grammar.ts';

const names = german.list;

export const news: Words['news'] = {
  you: { subject: 'Du', object: 'dich', to: 'dir' },
  said: (to, text) => (to.length === 0 ? `vor sich hin: „${text}“` : `zu ${names(to)}: „${text}“`),
  announced: (place, text) => `ruft aus (${place ?? 'in der ganzen Stadt'}): „${text}“`,
  objectIsNow: (place, state) => `(${place}) ist jetzt: ${state}`,
  planned: (activities) =>
    `hat den Tag geplant${activities.length === 0 ? '' : `: ${activities.join(', ')} und so weiter`}`,
  knocks: (home) => `klopft an die Tür: ${home}`,
  letIn: (guest) => `lässt ${guest} herein`,
  movedIn: (home) => `zieht ein: ${home}`,
  leftForGood: 'hat die Stadt für immer verlassen',
  came: 'kommt in die Stadt',
  left: 'verlässt die Stadt',
  learnedName: (name) => `kennt jetzt den Namen von ${name}`,
  reflected: 'hat darüber nachgedacht, was das alles bedeutet',
  asked: (whom, what) => `fragt ${names(whom)}: ${what}`,
  it: 'es',
  answered: (accepted, what, reason) =>
    `sagt ${accepted ? 'Ja' : 'Nein'} dazu: ${what}${reason === '' ? '' : ` („${reason}“)`}`,
  cameTo: (what) => `ist gekommen: ${what}`,
  didNotComeTo: (what, reason) => `ist nicht gekommen: ${what} (${reason})`,
  joinedTalk: 'kommt zu einem Gespräch dazu',
  goal: {
    open: (text) => `hat vor: ${text}`,
    reached: (text) => `hat es geschafft: ${text}`,
    dropped: (text) => `hat aufgegeben: ${text}`,
  },
  theWeather: 'Das Wetter',
  weatherIsNow: (weather) => `ist jetzt: ${weather}`,
  closed: (reason) => `ist bis auf Weiteres geschlossen${reason === '' ? '' : `: ${reason}`}`,
  openAgain: 'ist wieder offen',
  foundShut: (place) => `steht vor verschlossener Tür: ${place}`,
  putElsewhere: 'ist plötzlich ganz woanders',
  everybody: 'Alle Leute',
  anotherMind: (mind) => `jetzt mit anderem Verstand: ${mind}`,
  deeds: {
    setOut: (name, activity, place, why) => `${name} macht sich daran: ${activity}, ${place}. ${why}`,
    thoughtThrough: (name, activities) => `${name} hat sich überlegt, was zu tun ist: ${activities.join(', ')}`,
    remembers: (name, text) => `${name} erinnert sich: ${text}`,
    beganToTalk: (who) => `${names(who)} kommen ins Gespräch`,
    closeness: (name, other, closeness, reason) =>
      `${name} und ${other}: Nähe ${german.number(closeness, 2)}${reason === '' ? '' : `, ${reason}`}`,
    believes: (name, statement) => `${name} glaubt: ${statement}`,
    weighed: (name, count) =>
      `${name} hat ${german.count(
        count,
        (n) => `${n} Erinnerung`,
        (n) => `${n} Erinnerungen`,
      )} gewichtet`,
    walked: (name) => `${name} geht ein Stück`,
  },
};
