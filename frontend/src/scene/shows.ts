/** Which of the things that an object can show it shows now: from its state in words, and from who uses it. */

/** Somebody who does something with an object. */
export interface User {
  /** What kind of doing it is, as a scenario's uses name it; a visitor's has none. */
  need: string;
  activity: string;
  lying: boolean;
}

export interface Occasion {
  state: string;
  users: readonly User[];
  /** Whether somebody serves there; null where nobody ever does. */
  served: boolean | null;
  /** Whether a party is held, or about to be held, around it. */
  festive: boolean;
}

/** Of each slot an object shows one at most: on it, beside it, and over it. */
export const SLOTS = ['body', 'light', 'mark'] as const;
export type Slot = (typeof SLOTS)[number];

interface Rule {
  show: string;
  slot: Slot;
  /** Words of a state that bring it about. */
  words?: RegExp;
  /** Who brings it about by what it does. */
  by?: (user: User) => boolean;
  /** When neither words nor users count. */
  when?: (occasion: Occasion) => boolean;
}

const anybody = () => true;
const doing =
  (...needs: readonly string[]) =>
  ({ need }: User) =>
    needs.includes(need);
const busy =
  (words: RegExp, ...needs: readonly string[]) =>
  ({ need, activity }: User) =>
    needs.includes(need) || words.test(activity);

/** The first that fits counts in its slot, so what is told more exactly comes first. */
const RULES: readonly Rule[] = [
  { show: 'broken', slot: 'mark', words: /\b(brok|smash|crack|shatter|wreck|ruin|torn|jammed|out of order|collaps)/i },
  {
    show: 'decorated',
    slot: 'mark',
    words: /\b(decorat|garland|balloon|festoon|adorn|ribbon|festive|party)/i,
    when: ({ festive }) => festive,
  },
  { show: 'locked', slot: 'mark', words: /\b(locked|barred|boarded|sealed)/i },
  { show: 'served', slot: 'light', when: ({ served }) => served === true },
  { show: 'closed', slot: 'light', when: ({ served }) => served === false },
  { show: 'lamp', slot: 'light', words: /\b(lit|lamp|glow)/i, by: doing('write', 'work', 'study', 'read', 'make') },
  {
    show: 'burning',
    slot: 'body',
    words: /\b(flam|fire|burn|cook|boil|simmer|blaz|glow|loaves|baking|lit|hot|on)\b/i,
    by: busy(/cook|bak|toast|tea|boil|roast|fry|fire|soup|breakfast|lunch|dinner|supper/i, 'cook'),
  },
  { show: 'brewing', slot: 'body', words: /\b(brew|hiss|steam|on\b)/i, by: anybody },
  { show: 'suds', slot: 'body', words: /\b(suds|foam|soap)/i, by: busy(/dishes|washing up/i) },
  { show: 'dishes', slot: 'body', words: /\bdishes|piled/i },
  { show: 'running', slot: 'body', words: /\b(running|flow|full of warm|overflow|on)\b/i, by: anybody },
  { show: 'game', slot: 'body', words: /\bgame/i, by: doing('play') },
  { show: 'on', slot: 'body', words: /\b(on|humming|show|playing|music|notes spread|lit|glow|shin)/i, by: anybody },
  { show: 'played', slot: 'body', words: /\b(being played|in use|full of music)/i, by: anybody },
  { show: 'scattered', slot: 'body', words: /\bballs/i, by: anybody },
  { show: 'chalk', slot: 'body', words: /\b(chalk|formula|written)/i, by: anybody },
  { show: 'wiped', slot: 'body', words: /\b(wiped|clean)/i },
  { show: 'painted', slot: 'body', words: /\b(half painted|wet paint)/i, by: anybody },
  { show: 'covered', slot: 'body', words: /\b(cloth|covered)/i },
  { show: 'open', slot: 'body', words: /\b(open|ajar|pulled out)/i, by: anybody },
  { show: 'restocked', slot: 'body', words: /\b(restock|half sorted|half filled|boxes)/i, by: doing('work') },
  { show: 'gap', slot: 'body', words: /\b(gap|half empty|half the|taken out)/i, by: doing('read', 'study') },
  { show: 'dough', slot: 'body', words: /\b(dough|flour)/i, by: anybody },
  { show: 'strewn', slot: 'body', words: /\b(strewn|shavings|spinning|tools)/i, by: anybody },
  { show: 'laptop', slot: 'body', words: /\b(laptop|typing)/i, by: busy(/laptop|typing/i) },
  { show: 'laid', slot: 'body', words: /\b(laid|meal|plates|food|sandwich|cakes)/i, by: doing('eat') },
  {
    show: 'glasses',
    slot: 'body',
    words: /\b(glass|glasses|beer|wine|shakers)/i,
    by: busy(/beer|wine|cocktail|the pub|the bar/i),
  },
  {
    show: 'books',
    slot: 'body',
    words: /\b(book|books|notebook|notebooks|newspaper|notes)\b/i,
    by: doing('read', 'study'),
  },
  { show: 'cards', slot: 'body', words: /\b(cards|domino)/i, by: doing('play') },
  {
    show: 'papers',
    slot: 'body',
    words: /\b(paper|papers|receipts|letters|prescriptions)\b/i,
    by: doing('write', 'work', 'make'),
  },
  { show: 'cups', slot: 'body', words: /\b(cup|cups|mug|mugs|coffee|tea)\b/i, by: doing('drink') },
  {
    show: 'rumpled',
    slot: 'body',
    when: ({ state, users }) => /\b(unmade|slept in|lain|rumpled)/i.test(state) && !users.some((user) => user.lying),
  },
];
/** A state that says that nothing goes on. */
const QUIET = /^(idle|off|out|cold|empty|switched off|turned off)$/i;

/** What an object that can show `able` shows, by slot. */
export function showsNow(able: Readonly<Record<string, unknown>>, now: Occasion): Partial<Record<Slot, string>> {
  const shown: Partial<Record<Slot, string>> = {};
  const told = QUIET.test(now.state) ? '' : now.state;
  for (const { show, slot, words, by, when } of RULES) {
    if (!(show in able) || slot in shown) continue;
    if (when?.(now) === true || words?.test(told) === true || (by !== undefined && now.users.some(by)))
      shown[slot] = show;
  }
  return shown;
}
