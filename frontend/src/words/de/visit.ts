import type { Words } from '../en/index.ts';

export const visit: Words['visit'] = {
  walkIn: 'Hineingehen',
  walkInHint: 'Die Stadt mit einer eigenen Figur betreten, umhergehen und reden',
  form: {
    title: 'In die Stadt gehen',
    name: 'Dein Name',
    namePlaceholder: 'Wie sollen sie dich nennen?',
    looks: 'Dein Aussehen',
    look: (number) => `Figur ${number}`,
    enter: 'Durch das Tor gehen',
    entering: 'Das Tor geht auf …',
    cancel: 'Nicht jetzt',
    badName:
      'So einen Namen könnte hier niemand rufen; nimm Buchstaben, Ziffern, Leerzeichen, Bindestriche und Apostrophe.',
  },
  dock: 'Dein Besuch',
  leave: 'Stadt verlassen',
  findMe: 'Wo bin ich?',
  keys: 'Gehen: W A S D, Pfeiltasten oder Klick. T zum Reden.',
  touch: 'Tippe dorthin, wohin du gehen willst.',
  paused: 'Die Stadt steht still. Du kannst gehen und reden; die anderen machen weiter, wenn sie läuft.',
  away: 'Der Server ist nicht da; deine Schritte warten.',
  ledOut: 'Du bist nicht mehr in der Stadt: jemand hat dich hinausgeführt, oder du bist in einem anderen Tab gegangen.',
  talk: {
    to: 'Mit wem du sprichst',
    nearest: (name) => `${name} (am nächsten)`,
    nobodyNear: 'Niemand in der Nähe',
    all: (count) => `Alle in der Nähe (${count})`,
    say: 'Etwas sagen',
    placeholder: (name) => `Sag etwas zu ${name} …`,
    placeholderAll: 'Sag etwas zu allen …',
    placeholderNobody: 'Geh zu jemandem hin, um zu reden …',
    send: 'Sagen',
    log: 'Was du gesagt und gehört hast',
    you: 'Du',
    toWhom: (speaker, to) => `${speaker} zu ${to}`,
    thinking: (name) => `${name} denkt nach …`,
  },
  reach: {
    nobody: 'Niemand ist nah genug, um dich zu hören.',
    asleep: (name) => `${name} schläft und würde dich nicht hören.`,
    away: (name) => `${name} ist außer Hörweite. Geh näher heran, oder wähle jemanden in der Nähe.`,
    one: (name) => `${name} hört dich.`,
    oneAndOthers: (name, others) => `${name} hört dich; mithören: ${others}.`,
    all: (names) => `Dich hören: ${names}.`,
    onlyOne: (name) => `${name} hört dich.`,
  },
  list: (names, more) =>
    more > 0
      ? `${names.join(', ')} und ${more} weitere`
      : names.length < 2
        ? names.join('')
        : `${names.slice(0, -1).join(', ')} und ${names.at(-1) ?? ''}`,
  walkUp: (name) => `Zu ${name} gehen`,
  tooFar: (name) => `${name} ist zu weit weg, um dich zu hören.`,
  refused: {
    StepBlocked: 'Hier geht es nicht weiter.',
    PlaceClosed: 'Hier darfst du gerade nicht hinein: es ist geschlossen oder privat.',
    ResidentAsleep: 'Hier schläft jemand. Sprich mit jemandem, der wach ist, oder warte.',
    TooFar: 'Das ist außer Hörweite; geh erst näher heran.',
    AlreadyInTown: 'Du bist schon in der Stadt, oder jemand hier heißt schon so; wähle einen anderen Namen.',
    NotInTown: 'Du bist nicht mehr in der Stadt.',
    NoWay: 'Dorthin führt kein Weg.',
    NobodyNear: 'Niemand ist nah genug, um dich zu hören.',
    muted: 'Eine Leiterin oder ein Leiter hat dir das Wort entzogen. Gehen und zusehen darfst du.',
    removed: 'Du wurdest aus dieser Stadt hinausgeführt. Zusehen darfst du weiter.',
    'too-many-requests': 'Das war zu viel auf einmal. Warte einen Augenblick; es ist nichts verloren.',
    Late: 'Die Stadt hat das noch nicht aufgenommen. Vielleicht ist viel los; versuch es noch einmal.',
    Away: 'Der Server antwortet nicht. Nichts ist verloren; versuch es noch einmal, wenn er wieder da ist.',
  },
};
