import type { Words } from '../en/index.ts';
import { german } from '../grammar.ts';

export const access: Words['access'] = {
  knocking: 'Es klopft …',
  stillIn: 'Nichts hat sich geändert: Du bist noch angemeldet.',
  close: 'Schließen',
  motto: 'Kleine Städte, deren Leute ihren eigenen Kopf haben. Schau ihnen zu, sprich mit ihnen, verändere ihre Welt.',
  nowhere: {
    documentTitle: 'Hier ist nichts · Townlet',
    title: 'Hierher führt kein Weg',
    words: 'Unter dieser Adresse gibt es nichts. Vielleicht hat sich ein Tippfehler eingeschlichen.',
  },
  seeAllTowns: 'Alle Städte ansehen',
  language: 'Sprache',
  door: {
    title: 'Dieses Townlet öffnet sich mit einem Link',
    link: 'Dein Link oder dessen Token',
    comeIn: 'Eintreten',
    invited: 'Du bist eingeladen?',
    invitedDo: 'Öffne den Link, den du bekommen hast, oder füge ihn hier ein.',
    running: 'Du betreibst dieses Townlet?',
    runningDo: ['Den Link der Regie hat dir ', ' ins Terminal geschrieben.'],
  },
  badge: {
    whoYouAre: 'Wer du hier bist',
    cameBy: (label) => `Du bist mit dem Link „${label}“ gekommen.`,
    signedInUntil: (day) => `Du bleibst bis ${day} angemeldet.`,
    signOut: 'Abmelden',
    comeAgain: 'Mit deinem Link kommst du wieder herein.',
  },
  roles: {
    visitor: {
      title: 'Gast',
      itsLink: 'Ein Link für Gäste',
      you: 'Du schaust zu und sprichst mit den Leuten. Die Uhr zu stellen und die Stadt zu verändern ist Sache der Regie.',
      they: 'zuschauen und mit den Leuten sprechen',
    },
    viewer: {
      title: 'Zaungast',
      itsLink: 'Ein Link für Zaungäste',
      you: 'Du schaust zu. Mit einem Link für Gäste könntest du mit den Leuten sprechen: Bitte darum, wo du deinen bekommen hast.',
      they: 'nur zuschauen',
    },
    director: {
      title: 'Regie',
      itsLink: 'Ein Link für die Regie',
      you: 'Du darfst alles: Städte gründen, ihre Uhren stellen, Dinge verändern, Gäste einladen.',
      they: 'alles tun, was auch du darfst',
    },
  },
  invite: {
    title: 'Gäste einladen',
    out: 'Links, die gelten',
    looking: 'Links werden gesucht …',
    over: (count) =>
      german.count(
        count,
        (n) => `${n} Link, der nicht mehr gilt`,
        (n) => `${n} Links, die nicht mehr gelten`,
      ),
    yours: 'deiner',
    about: (title, made, fate) => `${title}, vom ${made}, ${fate}`,
    takenBack: (moment) => `zurückgenommen am ${moment}`,
    forEver: 'gilt, so lange du willst',
    overSince: (moment) => `abgelaufen am ${moment}`,
    until: (moment) => `gilt bis ${moment}`,
    browsers: (count) =>
      count === 0
        ? 'Niemand ist mit ihm angemeldet'
        : german.count(
            count,
            (n) => `${n} Browser ist mit ihm angemeldet`,
            (n) => `${n} Browser sind mit ihm angemeldet`,
          ),
    takeBack: 'Zurücknehmen',
    takeBackOf: (name) => `${name}: zurücknehmen`,
    takeBackSure: (name) => `${name}: wirklich zurücknehmen?`,
    ownOut: 'Es ist dein eigener: Auch du bist dann draußen.',
    theyOut: 'Wer mit ihm gekommen ist, ist sofort draußen.',
    takeItBack: 'Zurücknehmen',
    keepIt: 'Behalten',
  },
  make: {
    mayDo: 'Wer den Link öffnet, darf …',
    label: 'Ein Wort, um ihn wiederzuerkennen',
    example: 'Die Gäste vom Dienstag',
    counts: 'Er gilt',
    days: { day: 'einen Tag', week: 'eine Woche', month: 'einen Monat', ever: 'bis du ihn zurücknimmst' },
    make: 'Link erstellen',
    making: 'Wird erstellt …',
    theLink: 'Der neue Link',
    copy: 'Kopieren',
    copied: 'Kopiert',
    copiedSaid: 'Kopiert.',
    copyByHand: 'Drücke Strg+C (⌘C): Dieser Browser lässt keine Seite kopieren.',
    sendNow: 'Verschicke ihn jetzt: Er wird nur dieses eine Mal gezeigt.',
    manyMay: 'Viele dürfen ihn öffnen; jeder Mensch ist ein eigener Gast.',
  },
  justNow: 'gerade eben',
};
