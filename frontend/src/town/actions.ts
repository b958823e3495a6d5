/** Everything that the page does to a town. Views call these; nothing else sends. */
import { api } from './api.ts';
import type {
  ActAsInput,
  AnyInput,
  ClockWish,
  Condition,
  Deed,
  InputView,
  MindChoice,
  NewTown,
  Speed,
  Town,
  Weather,
} from './generated.ts';
import { Keys } from './keys.ts';
import type { TownStore } from './store.ts';
import { visitorId } from './session.ts';
import { words } from '../words/language.ts';
import { visitorName } from './visitor.ts';

/** How long the fate of an input is waited for, in real milliseconds. */
const PATIENCE_MS = 15_000;
const FIRST_LOOK_MS = 120;

/** What became of something that a person did. */
export type Outcome = { done: true } | { done: false; reason: string };

/** What became of an intervention; `tick` is when it took effect, or is to where it waits for its time; `number` is the input’s id. */
export type Given = { done: true; waits: boolean; tick: number; number: number } | { done: false; reason: string };

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

export async function foundTown(wish: NewTown): Promise<{ done: true; town: Town } | { done: false; reason: string }> {
  try {
    return { done: true, town: await api.found(wish) };
  } catch (error) {
    return failed(error);
  }
}

export class TownActions {
  private readonly town: string;
  private readonly store: TownStore;
  private readonly keys = new Keys();

  constructor(store: TownStore) {
    this.town = store.id;
    this.store = store;
  }

  pause(): Promise<Outcome> {
    return this.setClock({ pause: true });
  }

  resume(): Promise<Outcome> {
    return this.setClock({ pause: false });
  }

  /** Pauses, and goes on by so many ticks. */
  step(ticks: number): Promise<Outcome> {
    return this.setClock({ step: ticks });
  }

  /** Sets the pace; a paused town goes on at it. */
  setSpeed(speed: Speed): Promise<Outcome> {
    return this.setClock({ speed, pause: false });
  }

  async setClock(wish: ClockWish): Promise<Outcome> {
    try {
      const { clock } = await api.setClock(this.town, wish);
      this.store.clock.value = clock;
      return { done: true };
    } catch (error) {
      return failed(error);
    }
  }

  speak(to: string, text: string): Promise<Outcome> {
    return this.give({ kind: 'speak', visitor: visitorId(), name: visitorName.value, to, text });
  }

  /** `resident` null is everybody. */
  setMind(resident: string | null, mind: MindChoice): Promise<Outcome> {
    return this.give({ kind: 'set_mind', resident, mind });
  }

  /** Tells the town that somebody keeps an eye on a resident. */
  follow(resident: string): Promise<Outcome> {
    return this.give({ kind: 'follow', visitor: visitorId(), resident });
  }

  setWeather(weather: Weather): Promise<Outcome> {
    return this.give({ kind: 'set_weather', weather });
  }

  /** Asks the game master; its verdict comes as an event. */
  request(text: string): Promise<Outcome> {
    return this.give({ kind: 'request', text, ...signed() });
  }

  /** Has the game master judge it later on, and carries out at once what it does not refuse. */
  requestLater(text: string, moment: { tick: number } | { when: Condition; minutes: number }): Promise<Given> {
    const input = { kind: 'request', text, at_once: true, ...signed() } as const;
    return 'tick' in moment ? this.direct(input, moment.tick) : this.arm(input, moment.when, moment.minutes);
  }

  /** Has a request carried out, as it was judged. */
  carryOut(request: string): Promise<Outcome> {
    return this.give({ kind: 'carry_out', request, ...signed() });
  }

  /** Does what a director wants done, now or at a tick to come. */
  async direct(input: AnyInput, at: number | null): Promise<Given> {
    if (this.store.past.value !== null) return { done: false, reason: words().timeline.nothingIntoThePast };
    try {
      const fate = await this.fateOf(input, at);
      const outcome = judged(fate);
      if (at !== null && fate.status === 'waiting') return { done: true, waits: true, tick: at, number: fate.id };
      if (!outcome.done) return outcome;
      return { done: true, waits: false, tick: fate.stamp?.tick ?? this.store.tick.value, number: fate.id };
    } catch (error) {
      return failed(error);
    }
  }

  /** Has something done as soon as a condition is met, within so many simulated minutes. */
  arm(deed: Deed, when: Condition, minutes: number): Promise<Given> {
    return this.direct({ kind: 'arm', when, do: deed, minutes, ...signed() }, null);
  }

  /** Takes back what waits for its condition. */
  disarm(armed: string): Promise<Outcome> {
    return this.give({ kind: 'disarm', armed, ...signed() });
  }

  stepInto(resident: string): Promise<Outcome> {
    const name = visitorName.value === '' ? {} : { name: visitorName.value };
    return this.give({ kind: 'step_into', resident, visitor: visitorId(), ...name });
  }

  stepOut(resident: string): Promise<Outcome> {
    return this.give({ kind: 'step_out', resident, visitor: visitorId() });
  }

  /** Has the resident do something that one has stepped into. */
  actAs(
    resident: string,
    what: Pick<ActAsInput, 'act' | 'place' | 'tile' | 'object' | 'to' | 'text'>,
  ): Promise<Outcome> {
    return this.give({ kind: 'act_as', resident, visitor: visitorId(), ...what });
  }

  /** Hands in an input and waits for its fate. */
  private async give(input: AnyInput): Promise<Outcome> {
    if (this.store.past.value !== null) return { done: false, reason: words().timeline.nothingIntoThePast };
    try {
      return judged(await this.fateOf(input, null));
    } catch (error) {
      return failed(error);
    }
  }

  /** What has become of an input by the time that one waits for it; not at all where it is for a moment to come. */
  private fateOf(input: AnyInput, at: number | null): Promise<InputView> {
    // Under one key until its fate is known: the town may have taken it in although nobody could say so.
    return this.keys.send({ input, at }, async (key) => {
      let fate = await api.give(this.town, key, input, at);
      const started = performance.now();
      for (
        let wait = FIRST_LOOK_MS;
        at === null && fate.status === 'waiting' && performance.now() - started < PATIENCE_MS;
        wait *= 1.6
      ) {
        await sleep(wait);
        fate = await api.fate(this.town, fate.id);
      }
      return fate;
    });
  }
}

/** By the name that whoever sits here gave, if any. */
function signed(): { by?: string } {
  return visitorName.value === '' ? {} : { by: visitorName.value };
}

function judged(fate: InputView): Outcome {
  if (fate.status === 'refused') return { done: false, reason: words().refusals.names[fate.error] ?? fate.reason };
  if (fate.status === 'applied') return { done: true };
  return { done: false, reason: words().problems.waits };
}

function failed(error: unknown): { done: false; reason: string } {
  if (error instanceof Error) return { done: false, reason: error.message };
  throw error;
}
