/** The server's HTTP routes. Only `actions.ts` and the store use them; views do not. */
import type {
  AnyInput,
  ClockWish,
  EventPage,
  InputView,
  MadeToken,
  MemoryPage,
  NewToken,
  NewTown,
  ProblemDocument,
  ScenarioSummary,
  ScenarioView,
  SessionView,
  SignIn,
  TokenView,
  Town,
} from './generated.ts';
import { turnAway } from './session.ts';

/** The server said no; `message` says why and what to do. */
export class Refusal extends Error {
  readonly status: number;
  /** The problem's name, such as `unknown-town`. */
  readonly problem: string;

  constructor(status: number, problem: string, message: string) {
    super(message);
    this.name = 'Refusal';
    this.status = status;
    this.problem = problem;
  }
}

/** The server did not answer at all. */
export class ServerAway extends Error {
  constructor() {
    super('The server does not answer. Nothing is lost; try again when it is back.');
    this.name = 'ServerAway';
  }
}

const town = (id: string) => `/api/towns/${encodeURIComponent(id)}`;

export const api = {
  session: () => get<SessionView>('/api/session'),
  signIn: (wish: SignIn) => send<SessionView>('POST', '/api/session', wish),
  signOut: () => send<null>('DELETE', '/api/session'),
  links: () => get<TokenView[]>('/api/tokens'),
  makeLink: (wish: NewToken) => send<MadeToken>('POST', '/api/tokens', wish),
  takeBack: (token: string) => send<null>('DELETE', `/api/tokens/${encodeURIComponent(token)}`),
  scenarios: () => get<ScenarioSummary[]>('/api/scenarios'),
  scenario: (id: string) => get<ScenarioView>(`/api/scenarios/${encodeURIComponent(id)}`),
  towns: () => get<Town[]>('/api/towns'),
  town: (id: string) => get<Town>(town(id)),
  found: (wish: NewTown) => send<Town>('POST', '/api/towns', wish),
  remove: (id: string) => send<null>('DELETE', town(id)),
  setClock: (id: string, wish: ClockWish) => send<Town>('POST', `${town(id)}/clock`, wish),
  scenarioOf: (id: string) => get<ScenarioView>(`${town(id)}/scenario`),
  events: (id: string, query: Record<string, string | number>) => get<EventPage>(`${town(id)}/events?${params(query)}`),
  memories: (id: string, resident: string, query: Record<string, string | number>) =>
    get<MemoryPage>(`${town(id)}/residents/${encodeURIComponent(resident)}/memories?${params(query)}`),
  give: (id: string, key: string, input: AnyInput) => send<InputView>('POST', `${town(id)}/inputs`, { key, input }),
  fate: (id: string, input: number) => get<InputView>(`${town(id)}/inputs/${input}`),
};

function params(query: Record<string, string | number>): string {
  return new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)])).toString();
}

function get<T>(path: string): Promise<T> {
  return ask<T>(path, {});
}

function send<T>(method: string, path: string, body?: unknown): Promise<T> {
  if (body === undefined) return ask<T>(path, { method });
  return ask<T>(path, { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });
}

async function ask<T>(path: string, how: RequestInit): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, how);
  } catch {
    throw new ServerAway();
  }
  if (response.status === 502 || response.status === 504) throw new ServerAway();
  if (!response.ok) {
    const refused = await refusal(response);
    if (response.status === 401) turnAway(refused.message);
    throw refused;
  }
  return (response.status === 204 ? null : await response.json()) as T;
}

async function refusal(response: Response): Promise<Refusal> {
  let problem: Partial<ProblemDocument> = {};
  try {
    problem = (await response.json()) as Partial<ProblemDocument>;
  } catch {
    // Something before the server answered, not the server: its status is all there is.
  }
  const said = problem.detail ?? problem.title ?? `The server answered ${response.status}.`;
  const more = (problem.faults ?? []).map(({ detail }) => detail).filter((detail) => !said.includes(detail));
  // The server speaks of the request's fields; here they are called by their labels.
  const words = [said, ...more].join(' ').replaceAll(/\bbody\.(?:input\.)?(?:(?:speak|announce|set_object)\.)?/g, '');
  const sentence = words.replaceAll(/\b(name|text|state): (?=contains|is )/g, 'The $1 ');
  return new Refusal(response.status, (problem.type ?? '').split('/').at(-1) ?? '', sentence);
}
