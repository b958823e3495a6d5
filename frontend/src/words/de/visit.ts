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
  use: {
    things: 'Was man hier tun kann',
    stop: (activity) => `Aufhören: ${activity}`,
    switch: (thing, what) => `${thing}: ${what}`,
  },
  emotes: {
    show: 'Gefühl zeigen',
    names: {
      wave: 'Winken',
      laugh: 'Lachen',
      heart: 'Ein Herz schicken',
      clap: 'Klatschen',
      dance: 'Tanzen',
      cry: 'Weinen',
      nod: 'Nicken',
      shrug: 'Mit den Schultern zucken',
    },
  },
  findMe: 'Wo bin ich?',
  keys: 'Gehen: W A S D, Pfeiltasten oder Klick. T: reden, E: Dinge benutzen.',
  touch: 'Tippe dorthin, wohin du gehen willst.',
  paused: 'Die Stadt steht still. Du kannst gehen und reden; die anderen machen weiter, wenn sie läuft.',
  away: 'Der Server ist nicht da; deine Schritte warten.',
  ledOut:
    'Du bist nicht mehr in der Stadt: du warst lange weg, jemand hat dich hinausgeführt, oder du bist in einem anderen Tab gegangen.',
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
};
