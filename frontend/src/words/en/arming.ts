/** Interventions that wait until something comes about. */
import { english } from '../grammar.ts';

const somebody = (who: string) => (who === '' ? 'somebody' : who);

export const arming = {
  happens: 'When something happens',
  what: 'What has to happen',
  kinds: {
    arrives: 'Somebody arrives',
    talk: 'Two begin to talk',
    knows: 'News gets around',
    heard_of: 'Words get around',
    thing: 'A thing changes',
    weather: 'The weather changes',
    clock: 'A time of the day',
    commitment: 'A promise is made, kept or broken',
  },
  fields: {
    who: 'Who',
    place: 'Where',
    one: 'Who',
    other: 'With whom',
    news: 'Which news',
    what: 'What people know of',
    least: 'How many have to know it',
    object: 'Object',
    state: 'The state it has to be in, in words',
    weather: 'Weather',
    how: 'What becomes of it',
  },
  goesRound: { announcement: 'Announced', commitment: 'Agreed on' },
  /** After what is waited for. */
  thenWhat: 'choose what is to be done then.',
  notWaiting: 'Do not wait for that',
  anybody: 'Anybody',
  soMany: 'So many residents',
  hows: { made: 'made', kept: 'kept', broken: 'broken' },
  waits: 'Waits for at most',
  spans: { 60: 'an hour', 360: 'six hours', 1440: 'a day', 4320: 'three days', 10080: 'a week' } as Record<
    number,
    string
  >,
  /** Sentences that begin what is to be done. */
  when: {
    arrives: (who: string, place: string) => `When ${somebody(who)} arrives at ${place}:`,
    talk: (one: string, other: string) => `When ${one} and ${other} begin to talk:`,
    knows: (who: string, least: number, news: string) =>
      `When ${
        who === ''
          ? english.count(
              least,
              () => 'one resident knows',
              (n) => `${n} residents know`,
            )
          : `${who} knows`
      } “${news}”:`,
    thing: (thing: string, state: string) => `When ${thing} is ${state}:`,
    weather: {
      clear: 'When the sky clears:',
      rain: 'When it rains:',
      storm: 'When a storm comes up:',
      snow: 'When it snows:',
      fog: 'When fog comes up:',
      heat: 'When it is very hot:',
    },
    clock: (time: string) => `When it is ${time}:`,
    commitment: {
      made: (who: string) => `When ${somebody(who)} makes a promise:`,
      kept: (who: string) => `When ${somebody(who)} keeps a promise:`,
      broken: (who: string) => `When ${somebody(who)} breaks a promise:`,
    },
  },
  armed: 'It waits for its moment, see below.',
  waiting: 'Waiting for its moment',
  soMuch: (count: number) =>
    count === 0 ? 'Nothing waits for its moment any more' : `Waiting for its moment: ${english.number(count)}`,
  by: (name: string, until: string) => `by ${name}, until ${until}`,
  takeBack: 'Take it back',
  takingBack: 'Taking it back …',
  /** What became of it: when, and why. */
  ends: {
    fired: (clock: string) => `Done at ${clock}.`,
    failed: (clock: string, why: string) => `Could not be done at ${clock}: ${why}`,
    expired: (clock: string) => `It never happened. Given up at ${clock}.`,
    cancelled: (clock: string, who: string) => `Taken back at ${clock} by ${who}.`,
  },
};
