import type { Words } from '../en/index.ts';

/** Die Spielleitung in eigenen Worten bitten, und was sie daraus macht. */
export const gameMaster: Words['gameMaster'] = {
  title: 'Die Spielleitung bitten',
  label: 'Was soll so sein?',
  // The game master reads it: these words are the town's, not the page's.
  example: 'The stove in the café is on fire, and it begins to rain.',
  hint: 'Sie ändert Dinge und das Wetter, ruft aus und schließt Orte; bitte sie in der Sprache der Stadt. Es geschieht nichts, bevor du es ausführst.',
  hintLater: 'Dann wird entschieden, und was nicht abgelehnt wird, geschieht sofort.',
  ask: 'Bitten',
  asking: 'Wird gefragt …',
  last: 'Bisherige Bitten',
  judging: 'Die Spielleitung denkt nach …',
  verdicts: { allowed: 'Erlaubt', altered: 'Geändert', refused: 'Abgelehnt' },
  thing: (thing, place) => `${thing} (${place})`,
  weather: 'das Wetter',
  words: (place) => (place === null ? 'für alle ausgerufen' : `ausgerufen: ${place}`),
  changes: (what, was, becomes) => `${what}: ${was} → ${becomes}`,
  becomes: (what, becomes) => `${what}: ${becomes}`,
  says: (where, text) => `${where}: „${text}“`,
  shut: (place, why) => (why === '' ? `${place} ist geschlossen` : `${place} ist geschlossen: ${why}`),
  reopens: (place) => `${place} ist wieder offen`,
  carryOut: 'Ausführen',
  carryingOut: 'Wird ausgeführt …',
  carriedOut: (clock, by) => `Ausgeführt um ${clock}, durch ${by}`,
  preview: 'Was sich ändern würde',
  changed: 'Was sich geändert hat',
  askedBy: (by, clock) => `${by}, ${clock}`,
};
