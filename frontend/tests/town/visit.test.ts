import { signal } from '@preact/signals';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AnyInput, Recorded, ScenarioView, StateDocument, Tile, Visitor } from '../../src/town/generated.ts';
import { session } from '../../src/town/session.ts';
import { Setting } from '../../src/town/setting.ts';
import type { TownStore } from '../../src/town/store.ts';
import { Visit } from '../../src/town/visit.ts';
import { aLog, aResident, aTown, said } from './town.ts';

const me = 'visitor:me';

/** A server that keeps what it is sent by its key, and answers or does not. */
class Server {
  readonly sent: { key: string; input: AnyInput }[] = [];
  answers = true;
  status: 'waiting' | 'applied' = 'applied';

  ask(init?: RequestInit): Promise<Response> {
    if (init?.method === 'POST') this.sent.push(JSON.parse(init.body as string) as { key: string; input: AnyInput });
    if (!this.answers) return Promise.reject(new TypeError('the connection was cut'));
    return Promise.resolve(Response.json({ id: this.sent.length, status: this.status, error: '', reason: '' }));
  }

  get lines(): number {
    return new Set(this.sent.filter(({ input }) => input.kind === 'speak').map(({ key }) => key)).size;
  }
}

const visitorAt = (at: Tile): Visitor => ({ id: me, name: 'Maya', looks: 0, at, since: 0, doing: null, emote: null });

let server: Server;
let visit: Visit;
let present: { value: StateDocument | null };
let tell: (recorded: Recorded) => void;
let now: number;

function standAt(at: Tile | null): void {
  const town = aTown(aResident('ana', { at: [3, 3] }));
  present.value = at === null ? town : { ...town, visitors: { [me]: visitorAt(at) } };
}

/** Lets the page draw for so many milliseconds. */
async function draw(ms: number): Promise<void> {
  for (let passed = 0; passed < ms; passed += 50) {
    now += 50;
    visit.advance(now);
    await vi.advanceTimersByTimeAsync(50);
  }
}

beforeEach(() => {
  vi.useFakeTimers();
  now = 0;
  server = new Server();
  vi.stubGlobal('fetch', (_path: string, init?: RequestInit) => server.ask(init));
  session.value = { role: 'visitor', visitor: me, label: '', expires_at: null };
  present = signal<StateDocument | null>(null);
  const ground = { width: 20, height: 20, isFree: () => true };
  const setting = {
    ground,
    arenas: new Map(),
    sectors: new Map(),
    scenario: { objects: [] },
    arenaAt: () => undefined,
  };
  const store = {
    id: 't-1',
    present,
    state: present,
    presentTick: signal(0),
    setting: signal(setting),
    dialogues: { lines: signal({}) },
    follow: (told: typeof tell) => {
      tell = told;
      return () => undefined;
    },
    now: 0,
  };
  visit = new Visit(store as unknown as TownStore);
  visit.open();
  standAt([4, 4]);
  visit.advance(now);
});

afterEach(() => {
  session.value = null;
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

/** Says a line and waits for what becomes of it. */
async function say(text: string) {
  const saying = visit.speak(text);
  await vi.advanceTimersByTimeAsync(30_000);
  return saying;
}

describe('a visitor', () => {
  it('says a line once that is sent again because no answer came', async () => {
    server.answers = false;
    expect(await say('Hello!')).toMatchObject({ done: false, error: 'Away' });
    server.answers = true;
    server.status = 'waiting';
    expect(await say('Hello!')).toMatchObject({ done: false, error: 'Late' });
    server.status = 'applied';
    expect(await say('Hello!')).toEqual({ done: true });
    expect(server.lines).toBe(1);
  });

  it('says the same words twice where the first ones were heard', async () => {
    await say('Hello!');
    await say('Hello!');
    expect(server.lines).toBe(2);
    server.answers = false;
    await say('Hello!');
    // Its answer was lost, but not the line.
    const [recorded] = aLog([said(me, 'ana', 'Hello!')]);
    if (recorded !== undefined) tell(recorded);
    server.answers = true;
    await say('Hello!');
    expect(server.lines).toBe(4);
  });

  it('is held up by nothing when the town was read anew in the midst of a walk', async () => {
    expect(visit.walkTo([8, 4])).toBe(true);
    await draw(300);
    // The page lost the channel, and finds itself where it had sent itself.
    standAt([6, 4]);
    await draw(700);
    standAt([8, 4]);
    await draw(20_000);
    expect(visit.tile.value).toEqual([8, 4]);
    expect(visit.refusal.value).toBeNull();
  });

  it('knows whose words it heard also when they have left', () => {
    const tom: Visitor = { ...visitorAt([4, 5]), id: 'visitor:tom', name: 'Tom' };
    if (present.value !== null) present.value.visitors[tom.id] = tom;
    const [recorded] = aLog([said(tom.id, me, 'Hi')]);
    if (recorded !== undefined) tell(recorded);
    standAt([4, 4]);
    expect(visit.lines.value.map(({ name, text }) => [name, text])).toEqual([['Tom', 'Hi']]);
    const scenario = { residents: [], sectors: [], arenas: [], objects: [], walkable: [] };
    expect(new Setting(scenario as unknown as ScenarioView).firstNameOf(tom.id)).toBe('a visitor');
  });

  it('speaks to whoever is nearest on the next visit, whomever the last one was about', () => {
    visit.aim.value = { kind: 'one', id: 'ana' };
    standAt(null);
    visit.advance(now);
    standAt([15, 15]);
    visit.advance(now);
    expect(visit.aim.value).toEqual({ kind: 'nearest' });
  });

  it('speaks to others next also where a click led it away', () => {
    visit.aim.value = { kind: 'one', id: 'ana' };
    standAt([15, 15]);
    visit.advance(now);
    expect(visit.reach.value.kind).toBe('away');
    visit.walkTo([16, 15]);
    expect(visit.reach.value.kind).toBe('nobody');
  });

  it('is not told that it was shown out when it left while the town was slow', async () => {
    server.status = 'waiting';
    const leaving = visit.leave();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(await leaving).toMatchObject({ error: 'Late' });
    standAt(null);
    visit.advance(now);
    expect(visit.ledOut.value).toBe(false);
  });
});
