/** Walking in as a visitor: the form at the gate, walking, talking, what the town refuses. */
export const visit = {
  walkIn: 'Walk in',
  walkInHint: 'Enter the town with a body of your own, walk around and talk',
  form: {
    title: 'Walk into town',
    name: 'Your name',
    namePlaceholder: 'What shall they call you?',
    looks: 'How you look',
    look: (number: number) => `Figure ${number}`,
    enter: 'Enter at the gate',
    entering: 'The gate opens …',
    cancel: 'Not now',
    badName: 'Nobody here could call out a name like that; use letters, digits, blanks, hyphens and apostrophes.',
  },
  dock: 'Your visit',
  leave: 'Leave town',
  use: {
    things: 'Things to do here',
    stop: (activity: string) => `Stop ${activity}`,
    /** "stove: switch it on". */
    switch: (thing: string, what: string) => `${thing}: ${what}`,
  },
  emotes: {
    show: 'Show a feeling',
    names: {
      wave: 'Wave',
      laugh: 'Laugh',
      heart: 'Send love',
      clap: 'Clap',
      dance: 'Dance',
      cry: 'Cry',
      nod: 'Nod',
      shrug: 'Shrug',
    },
  },
  findMe: 'Where am I?',
  keys: 'Walk with W A S D, the arrow keys or a click. T talks, E uses things.',
  touch: 'Tap where you want to go.',
  paused: 'The town stands still. You can walk and talk; the others go on when it is played.',
  away: 'The server is away; your steps wait.',
  ledOut: 'You are not in town any more: you were away for long, somebody showed you out, or you left in another tab.',
  talk: {
    to: 'Whom you speak to',
    nearest: (name: string) => `${name} (nearest)`,
    nobodyNear: 'Nobody near',
    all: (count: number) => `Everybody near (${count})`,
    say: 'Say something',
    placeholder: (name: string) => `Say something to ${name} …`,
    placeholderAll: 'Say something to all of them …',
    placeholderNobody: 'Walk up to somebody to talk …',
    send: 'Say',
    log: 'What you said and heard',
    you: 'You',
    toWhom: (speaker: string, to: string) => `${speaker} to ${to}`,
    thinking: (name: string) => `${name} is thinking …`,
  },
  reach: {
    nobody: 'Nobody is near enough to hear you.',
    asleep: (name: string) => `${name} is asleep and would not hear you.`,
    away: (name: string) => `${name} is out of earshot. Walk up to them, or choose somebody near.`,
    one: (name: string) => `${name} hears you.`,
    oneAndOthers: (name: string, others: string) => `${name} hears you; ${others} can overhear it.`,
    all: (names: string) => `${names} hear you.`,
    onlyOne: (name: string) => `${name} hears you.`,
  },
  /** "Ana, Bo and 3 more". */
  list: (names: readonly string[], more: number) =>
    more > 0
      ? `${names.join(', ')} and ${more} more`
      : names.length < 2
        ? names.join('')
        : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`,
  walkUp: (name: string) => `Walk up to ${name}`,
  tooFar: (name: string) => `${name} is too far away to hear you.`,
};
