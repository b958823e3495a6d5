/** What is said all over the page: how the time goes, what somebody does, how it feels, who thinks. */
import { english } from '../grammar.ts';

/** "30×" or "1,240×". */
const times = (speed: number): string => `${english.number(speed, speed < 10 && speed % 1 !== 0 ? 1 : 0)}×`;

export const telling = {
  weekdays: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as readonly string[],
  day: (weekday: string, day: number) => `${weekday} · day ${day}`,
  dayAndClock: (day: number, clock: string) => `day ${day}, ${clock}`,
  times,
  clock: {
    paused: 'Paused',
    starting: 'Waking the town up …',
    ended: 'This town’s life is over; it can still be looked at',
    waitingForAMind: 'waiting for a mind',
    waiting: (whose: string, more: number, seconds: number) =>
      `waiting for ${whose}${more === 0 ? '' : ` and ${more} more`}, ${seconds} s`,
    atMost: (pace: number) => `Running at ${times(pace)}, as fast as it goes`,
    running: (pace: number) => `Running at ${times(pace)}`,
    slower: (pace: number, wanted: number, visited: boolean) =>
      `Running at ${times(pace)} of ${times(wanted)}${visited ? ' while a visitor talks' : ''}`,
  },
  /** What a mind is asked for. */
  questions: {
    plan_day: 'plan for the day',
    detail_plan: 'next steps',
    react: 'decision',
    say: 'next words',
    digest: 'thoughts about a talk',
    rate: 'sense of what matters',
    reflect: 'reflection',
    answer: 'answer',
    adjudicate: 'verdict',
    embed: 'memories',
    tell: 'account of what happened',
    sketch: 'form for somebody new',
  },
  /** "Ana’s plan for the day": `what` is one of `questions`. */
  whose: (name: string, what: string) => `${name}’s ${what}`,
  outside: 'outside',
  onTheWay: (here: string, place: string) => `${here}, on the way to ${place}`,
  talkingWith: (names: readonly string[]) => `talking with ${english.list(names)}`,
  thinkingWhatNext: 'thinking about what to do next',
  onTheWayFor: (place: string, activity: string) => `on the way to ${place} for ${activity}`,
  visiting: 'visiting',
  somebody: 'a visitor',
  theDirector: 'The director',
  feelings: {
    energy: { label: 'Energy', words: ['exhausted', 'tired', 'awake', 'fresh'] as readonly string[] },
    hunger: { label: 'Fed', words: ['starving', 'hungry', 'content', 'full'] as readonly string[] },
    company: { label: 'Company', words: ['lonely', 'wants company', 'content', 'sated'] as readonly string[] },
    mood: { label: 'Mood', words: ['miserable', 'low', 'even', 'cheerful', 'delighted'] as readonly string[] },
  },
  sureness: ['hardly believes it', 'half believes it', 'believes it', 'is sure of it'] as readonly string[],
  standing: {
    asked: 'asked, no answer yet',
    accepted: 'said yes',
    declined: 'said no',
    kept: 'was there',
    broken: 'did not come',
  },
  minds: {
    rules: { label: 'Built-in', words: 'Thinks by rules: free, quick, needs no model.' },
    model: { label: 'Model', words: 'Each thought is a call of the model server, and may cost money.' },
    auto: { label: 'Model near people', words: 'The model while visitors are near, the built-in mind otherwise.' },
  },
  answeredBy: {
    nobody: 'not answered yet',
    rules: 'the built-in mind, free',
    model: 'the model',
    stoodIn: (why: string) => `the built-in mind stood in for the model (${why})`,
  },
  stoodIn: {
    budget: 'the budget is used up',
    away: 'its server could not be reached',
    invalid: 'its answers did not fit',
    refused: 'it refused',
    timeout: 'it took too long',
    off: 'none is set up',
    busy: 'it is busy',
  } as Readonly<Record<string, string>>,
  weather: { clear: 'clear', rain: 'rain', storm: 'a storm', snow: 'snow', fog: 'fog', heat: 'great heat' },
};
