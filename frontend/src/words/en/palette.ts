/** The director's palette: what one can do to the town, in the page's own words. */
import type { InterventionKind } from '../../town/generated.ts';

interface KindWords {
  title: string;
  does: string;
  /** What residents notice of it. */
  noticed: string;
  /** By field: its label. */
  fields: Record<string, string>;
  /** By field: something to write, in the language of the town. */
  examples: Record<string, string>;
  /** What will be so; by field what is filled in, '' where it is left out. */
  preview: (shown: Readonly<Record<string, string>>) => string;
}

const closeness = (value: number): string =>
  value <= -0.6 ? 'hostile' : value < -0.15 ? 'cool' : value <= 0.15 ? 'neutral' : value < 0.6 ? 'friendly' : 'close';

const kinds: Record<InterventionKind, KindWords> = {
  announce: {
    title: 'Announce something',
    does: 'Words that all who are at a place hear.',
    noticed: 'Who is awake and there remembers it, may react and tell it on. The others hear of it only from them.',
    fields: { place: 'Who hears it', text: 'Words' },
    examples: { text: 'Free cake at the café!' },
    preview: ({ place, text }) =>
      `All who are ${place === '' ? 'awake, wherever they are,' : `at ${place}`} hear: “${text}”`,
  },
  set_object: {
    title: 'Change an object',
    does: 'Puts a thing into any state, in words.',
    noticed: 'Who has it in view sees it, and may see to it, tell others or leave.',
    fields: { object: 'Object', state: 'Its new state, in words' },
    examples: { state: 'burning' },
    preview: ({ object, state }) => `From now on ${object} is ${state}.`,
  },
  set_weather: {
    title: 'Make the weather',
    does: 'Rain, snow, fog or heat over the whole town.',
    noticed: 'Who is outdoors notices and may go inside; the others when they come out.',
    fields: { weather: 'Weather' },
    examples: {},
    preview: ({ weather }) => `The weather becomes: ${weather}.`,
  },
  request: {
    title: 'Ask the game master',
    does: 'Anything, in your own words; it is judged first.',
    noticed: 'Nothing of the request; what comes of it, as if you had done it by hand.',
    fields: { text: 'What is to be so', by: 'Who asks', at_once: 'Without a preview' },
    examples: { text: 'Let a storm come up.' },
    preview: ({ text }) => `The game master judges: “${text}”`,
  },
  close_place: {
    title: 'Close a place',
    does: 'Nobody may be there, staff included, until you open it again.',
    noticed: 'Those inside leave. Who does not know comes up to the shut door, reads why and plans anew.',
    fields: { place: 'Place', reason: 'What one reads at the door' },
    examples: { reason: 'a burst pipe' },
    preview: ({ place, reason }) =>
      `${place} is closed to everybody${reason === '' ? '' : `; at the door one reads “${reason}”`}.`,
  },
  open_place: {
    title: 'Open a place again',
    does: 'Takes back that you closed it.',
    noticed: 'Who is outdoors nearby sees it; the others find it open when they next go there.',
    fields: { place: 'Place' },
    examples: {},
    preview: ({ place }) => `${place} is open again, at its usual hours.`,
  },
  move_resident: {
    title: 'Put a resident elsewhere',
    does: 'Somebody is at another place from one moment to the next.',
    noticed: 'It wonders, looks around for ten minutes and remembers it. Talks end; who slept wakes.',
    fields: { resident: 'Whom', place: 'Where to' },
    examples: {},
    preview: ({ resident, place }) => `${resident} is all of a sudden at ${place}.`,
  },
  whisper: {
    title: 'Whisper as an inner voice',
    does: 'A thought that a resident takes for its own, and may follow.',
    noticed: 'It may go where the thought leads, have a word with somebody, or make it an aim. Nobody else hears it.',
    fields: { resident: 'Whom', text: 'The thought' },
    examples: { text: 'You should invite everybody to dinner.' },
    preview: ({ resident, text }) => `${resident} thinks: “${text}”`,
  },
  plant_memory: {
    title: 'Plant a memory',
    does: 'Somebody remembers something from now on.',
    noticed: 'As told by somebody it is passed on like gossip; as its own past the resident keeps it to itself.',
    fields: {
      resident: 'Whom',
      text: 'What is remembered, as a sentence about them',
      source: 'Who told it',
      importance: 'Importance, 1 to 10',
    },
    examples: { text: 'The mill will be sold in June.' },
    preview: ({ resident, text, source }) =>
      `${resident} remembers${source === '' ? '' : ` being told by ${source}`}: “${text}”`,
  },
  edit_goal: {
    title: 'Give or change an aim',
    does: 'Something that a resident wants, new or changed.',
    noticed: 'It is before the resident’s mind with all that it decides. Nobody else knows.',
    fields: { resident: 'Whom', goal: 'Which aim', text: 'The aim', status: 'What becomes of it' },
    examples: { text: 'win the baking prize' },
    preview: ({ resident, text, status }) =>
      status === 'reached'
        ? `${resident} has reached this: ${text}.`
        : status === 'dropped'
          ? `${resident} gives this up: ${text}.`
          : `${resident} has this aim: ${text}.`,
  },
  edit_relationship: {
    title: 'Change a relationship',
    does: 'What somebody feels for another. One way only.',
    noticed: 'The resident knows the other by name and remembers the sentence. The other only sees how it is treated.',
    fields: { resident: 'Who feels', other: 'For whom', closeness: 'How close', note: 'In one sentence' },
    examples: { note: 'They went to school together.' },
    preview: ({ resident, other, closeness: close }) =>
      `To ${resident}, ${other} is ${closeness(Number(close))} (${Number(close).toFixed(2)}).`,
  },
  edit_persona: {
    title: 'Rewrite who somebody is',
    does: 'Temper, age, story or concerns: all but the name.',
    noticed:
      'Nobody is told. The day is planned anew where temper or concerns change; a talk goes on, and the next words are those of the one it is now.',
    fields: {
      resident: 'Whom',
      traits: 'Temper',
      age: 'Age',
      about: 'Who it is',
      currently: 'What occupies it these days',
      greeting: 'How it greets',
    },
    examples: { currently: 'Wants to win the prize for bread.', greeting: 'Ahoy!' },
    preview: ({ resident, ...now }) =>
      `${resident} is from now on: ${Object.values(now)
        .filter((part) => part !== '')
        .join(' · ')}`,
  },
  set_mind: {
    title: 'Choose who thinks',
    does: 'The built-in mind, a model, or whichever the moment calls for.',
    noticed: 'Nobody notices.',
    fields: { resident: 'For whom', mind: 'Which mind' },
    examples: {},
    preview: ({ resident, mind }) => `Who thinks for ${resident === '' ? 'everybody' : resident} from now on: ${mind}.`,
  },
  speak_as: {
    title: 'Speak in a role',
    does: 'A reporter, an inspector: words without a body in town.',
    noticed: 'The resident answers, remembers words and role, and knows the role again. Who stands near overhears.',
    fields: { role: 'Who speaks', to: 'To whom', text: 'Words' },
    examples: { role: 'A reporter', text: 'What is new in town?' },
    preview: ({ role, to, text }) => `${role} says to ${to}: “${text}”`,
  },
  step_into: {
    title: 'Step into a resident',
    does: 'You act for somebody; its own mind decides nothing.',
    noticed: 'Nobody notices; others hear your words as its own, and it remembers what you did as its own.',
    fields: { resident: 'Whom', visitor: 'Who acts', name: 'By what name' },
    examples: {},
    preview: ({ resident }) => `You act for ${resident}.`,
  },
  make_commitment: {
    title: 'Make an appointment',
    does: 'Two residents have agreed to be somewhere together.',
    noticed: 'Both remember it, plan for it and are reminded in time. They keep it, or break it knowingly.',
    fields: {
      resident: 'Who gives it',
      other: 'With whom',
      what: 'What it is',
      place: 'Where',
      start: 'When it begins',
      minutes: 'How long, in minutes',
    },
    examples: { what: 'a walk around the pond' },
    preview: ({ resident, other, what, place, start }) =>
      `${resident} and ${other} have agreed on ${what}: ${place}, ${start}.`,
  },
  cancel_commitment: {
    title: 'Call an appointment off',
    does: 'A resident takes back what it agreed to.',
    noticed:
      'Who would have gone remembers that it is off and plans the day anew. From who gives it, it is off for all.',
    fields: { resident: 'Who takes it back', commitment: 'What' },
    examples: {},
    preview: ({ resident, commitment }) => `${resident} takes it back: ${commitment}.`,
  },
  add_resident: {
    title: 'Add a resident',
    does: 'Somebody new comes to live in the town: by a form, in words or from a file.',
    noticed: 'Its housemates and whom it knows know it; to all others it is a stranger.',
    fields: { newcomer: 'Who comes' },
    examples: {},
    preview: () => 'Somebody moves in.',
  },
  remove_resident: {
    title: 'Have a resident leave',
    does: 'Somebody is gone from the town for good.',
    noticed:
      'Who has it in sight sees it go; who lives or works with it, or was to meet it, is told. What they remember stays.',
    fields: { resident: 'Who leaves' },
    examples: {},
    preview: ({ resident }) => `${resident} leaves the town for good. Its talks end, its appointments are off.`,
  },
};

export const palette = {
  looking: 'Looking at what can be done …',
  search: 'What do you want to do?',
  searchExample: 'fire, rumour, rain …',
  nothingFound: 'Nothing of that kind. Try another word.',
  families: { world: 'The world', minds: 'In a mind', people: 'People' },
  back: 'Everything that can be done',
  choose: 'Choose …',
  /** Where a list is empty: why. */
  nothing: {
    object: 'Choose a place first',
    closed: 'No place is closed',
    resident: 'Choose who first',
    commitment: 'Has no appointment',
  },
  leftOut: {
    place: 'The whole town',
    resident: 'Everybody',
    source: 'Nobody: it keeps it to itself',
    importance: 'As the town rates it',
    goal: 'A new one',
    reason: 'Nothing',
  } as Record<string, string>,
  statuses: { open: 'Open', reached: 'Reached', dropped: 'Given up' },
  closeness: (value: number) => `${closeness(value)} (${value.toFixed(2)})`,
  preview: 'Preview',
  noticed: 'What will residents notice?',
  when: {
    label: 'When',
    now: 'Now',
    later: 'At a time',
    clock: 'Time in town',
    thatIs: (day: string, clock: string) => `That is ${day}, ${clock}.`,
  },
  doIt: 'Do it',
  schedule: 'Schedule it',
  doing: 'Doing it …',
  done: (clock: string) => `Done at ${clock}.`,
  scheduled: (day: string, clock: string) => `It will be so: ${day}, ${clock}.`,
  look: 'Have a look',
  whoKnows: 'Who knows?',
  nobodyYet: 'Nobody has taken it in yet; let the clock run a little.',
  kinds,
};
