/** The door, who one is here, and links for inviting. */
import { english } from '../grammar.ts';

export const access = {
  knocking: 'Knocking …',
  stillIn: 'Nothing has changed: you are still signed in.',
  close: 'Close',
  motto: 'Small towns of residents with minds of their own. Watch them live, talk to them, change their world.',
  nowhere: {
    documentTitle: 'Nothing here · Townlet',
    title: 'No road leads here',
    words: 'There is nothing at this address; it may be mistyped.',
  },
  seeAllTowns: 'See all towns',
  language: 'Language',
  door: {
    title: 'This Townlet opens with a link',
    link: 'Your link, or its token',
    comeIn: 'Come in',
    invited: 'You were invited?',
    invitedDo: 'Open the link that you were sent, or paste it here.',
    running: 'You run this Townlet?',
    /** What comes before and after the command that printed the link. */
    runningDo: ['', ' printed the director’s link in your terminal.'] as readonly [string, string],
  },
  badge: {
    whoYouAre: 'Who you are here',
    cameBy: (label: string) => `You came by the link “${label}”.`,
    signedInUntil: (day: string) => `You stay signed in until ${day}.`,
    signOut: 'Sign out',
    comeAgain: 'With your link you come in again.',
  },
  roles: {
    visitor: {
      title: 'Visitor',
      itsLink: 'A visitor’s link',
      you: 'You watch, and you talk with residents. Setting the clock and changing the town is for directors.',
      they: 'watch and talk with residents',
    },
    viewer: {
      title: 'Viewer',
      itsLink: 'A viewer’s link',
      you: 'You watch. A visitor’s link would let you talk with residents: ask whoever sent you yours.',
      they: 'only watch',
    },
    director: {
      title: 'Director',
      itsLink: 'A director’s link',
      you: 'You may do everything: found towns, set their clocks, change things, invite people.',
      they: 'do everything that you may',
    },
  },
  invite: {
    title: 'Invite people',
    out: 'Links that are out',
    looking: 'Looking for links …',
    over: (count: number) =>
      english.count(
        count,
        (n) => `${n} link that no longer counts`,
        (n) => `${n} links that no longer count`,
      ),
    yours: 'yours',
    about: (title: string, made: string, fate: string) => `${title}, made ${made}, ${fate}`,
    takenBack: (moment: string) => `taken back ${moment}`,
    forEver: 'for as long as you like',
    overSince: (moment: string) => `over since ${moment}`,
    until: (moment: string) => `until ${moment}`,
    browsers: (count: number) =>
      count === 0
        ? 'Nobody is signed in by it'
        : english.count(
            count,
            (n) => `${n} browser is signed in by it`,
            (n) => `${n} browsers are signed in by it`,
          ),
    takeBack: 'Take back',
    takeBackOf: (name: string) => `Take back ${name}`,
    takeBackSure: (name: string) => `Take back ${name}?`,
    ownOut: 'It is your own: you will be out, too.',
    theyOut: 'Whoever came by it is out at once.',
    takeItBack: 'Take it back',
    keepIt: 'Keep it',
  },
  make: {
    mayDo: 'Whoever opens the link may …',
    label: 'A word to know it by',
    example: 'Tuesday’s guests',
    counts: 'It counts',
    days: { day: 'for a day', week: 'for a week', month: 'for a month', ever: 'until you take it back' },
    make: 'Make a link',
    making: 'Making it …',
    theLink: 'The new link',
    copy: 'Copy',
    copied: 'Copied',
    copiedSaid: 'Copied.',
    copyByHand: 'Press Ctrl+C (⌘C): this browser lets no page copy.',
    sendNow: 'Send it now: it is shown this once.',
    manyMay: 'Many people may open it; each is a visitor of their own.',
  },
  justNow: 'just now',
};
