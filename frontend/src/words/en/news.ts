/** What happens, as one plain sentence: who it is about, and what is told of them. */
import { english } from '../grammar.ts';

const names = english.list;

export const news = {
  /** The reader: who does something, to whom it is done, and to or of whom something is said. */
  you: { subject: 'You', object: 'you', to: 'you' },
  said: (to: readonly string[], text: string) =>
    to.length === 0 ? `to nobody in particular: “${text}”` : `to ${names(to)}: “${text}”`,
  announced: (place: string | null, text: string) =>
    `announced ${place === null ? 'all over town' : `at ${place}`}: “${text}”`,
  objectIsNow: (place: string, state: string) => `(${place}) is now: ${state}`,
  planned: (activities: readonly string[]) =>
    `has planned the day${activities.length === 0 ? '' : `: ${activities.join(', ')}, and so on`}`,
  knocks: (home: string) => `knocks at the door of ${home}`,
  letIn: (guest: string) => `lets ${guest} in`,
  movedIn: (home: string) => `has come to live in ${home}`,
  leftForGood: 'has left the town for good',
  came: 'came to town',
  left: 'left town',
  learnedName: (name: string) => `learned the name of ${name}`,
  reflected: 'thought about what it all means',
  asked: (whom: readonly string[], what: string) => `asked ${names(whom)} to ${what}`,
  it: 'it',
  answered: (accepted: boolean, what: string, reason: string) =>
    `said ${accepted ? 'yes' : 'no'} to ${what}${reason === '' ? '' : `: “${reason}”`}`,
  cameTo: (what: string) => `came to ${what}`,
  didNotComeTo: (what: string, reason: string) => `did not come to ${what}: ${reason}`,
  joinedTalk: 'joined a talk',
  goal: {
    open: (text: string) => `means to: ${text}`,
    reached: (text: string) => `has done it: ${text}`,
    dropped: (text: string) => `has given up: ${text}`,
  },
  theWeather: 'The weather',
  weatherIsNow: (weather: string) => `is now ${weather}`,
  closed: (reason: string) => `is closed until further notice${reason === '' ? '' : `: ${reason}`}`,
  openAgain: 'is open again',
  foundShut: (place: string) => `stands before a shut door: ${place}`,
  putElsewhere: 'is all of a sudden somewhere else',
  everybody: 'Everybody',
  anotherMind: (mind: string) => `has another mind now: ${mind.toLowerCase()}`,
  /** What is told only to those who follow a chain of whys; the names are in it. */
  deeds: {
    setOut: (name: string, activity: string, place: string, why: string) =>
      `${name} set out: ${activity}, ${place}. ${why}`,
    thoughtThrough: (name: string, activities: readonly string[]) =>
      `${name} thought through what to do: ${activities.join(', ')}`,
    remembers: (name: string, text: string) => `${name} remembers: ${text}`,
    beganToTalk: (who: readonly string[]) => `${names(who)} began to talk`,
    closeness: (name: string, other: string, closeness: number, reason: string) =>
      `${name} and ${other}: closeness ${english.number(closeness, 2)}${reason === '' ? '' : `, ${reason}`}`,
    believes: (name: string, statement: string) => `${name} believes: ${statement}`,
    weighed: (name: string, count: number) =>
      `${name} weighed ${english.count(
        count,
        (n) => `${n} memory`,
        (n) => `${n} memories`,
      )}`,
    walked: (name: string) => `${name} walked`,
  },
};
