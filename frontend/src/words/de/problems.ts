import type { Words } from '../en/index.ts';
import { german } from '../grammar.ts';

export const problems: Words['problems'] = {
  serverAway: 'Der Server antwortet nicht. Nichts ist verloren; versuche es wieder, wenn er zurück ist.',
  signedOut:
    'Du bist nicht mehr angemeldet: Dein Link wurde zurückgenommen, er ist abgelaufen, oder du hast dich in einem anderen Tab abgemeldet.',
  answered: (status) => `Der Server antwortete mit ${status}.`,
  tooMuch: (seconds) =>
    `Das war zu viel auf einmal. Warte ${
      seconds > 1
        ? german.count(
            seconds,
            (n) => `${n} Sekunde`,
            (n) => `${n} Sekunden`,
          )
        : 'einen Augenblick'
    }, dann versuche es wieder; nichts ist verloren.`,
  waits: 'Es ist abgegeben und wartet: Die Stadt hat es noch nicht aufgegriffen.',
  noLink: 'Das ist kein Link eines Townlets. Füge ihn ganz ein.',
  deadLink:
    'Dieser Link öffnet dieses Townlet nicht: Er ist falsch abgeschrieben, abgelaufen oder zurückgenommen. Bitte um einen neuen, wo du ihn bekommen hast.',
  notYours:
    'In deiner Rolle darfst du dieser Stadt nicht zusehen, oder diese Seite kommt nicht vom Server selbst. Bitte die Regie um einen Link.',
  noTown: 'So eine Stadt gibt es nicht. Die Adresse ist falsch geschrieben, oder die Stadt wurde gelöscht.',
  deleted: 'Diese Stadt wurde gelöscht.',
  artMissing: (title) =>
    `Die Bilder von ${title} werden gezeichnet. Falls sie nicht kommen: Der Ordner muss so in scenarios/ liegen wie bei der Gründung dieser Stadt; „townlet draw“ zeichnet sie dann.`,
};
