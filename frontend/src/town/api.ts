/** The server's HTTP routes. Only `actions.ts` and the store use them; views do not. */
import type {
  AftermathView,
  AnyInput,
  BookmarkView,
  BranchView,
  BranchWish,
  CallDetail,
  CallSummary,
  ClockWish,
  CompareView,
  DescribedResident,
  EventPage,
  InputView,
  InterventionView,
  MadeToken,
  MemoryPage,
  MemoryTree,
  ModelsCheck,
  ModelsView,
  ModelsWish,
  ModerationWish,
  NewResident,
  NewsItemView,
  NewBookmark,
  NewToken,
  NewTown,
  PaperView,
  ProblemDocument,
  RecapView,
  RecollectionView,
  ResidentPreview,
  ScenarioSummary,
  ScenarioView,
  SessionView,
  SignIn,
  SketchView,
  SpreadView,
  StateDocument,
  TieChangeView,
  TimelineView,
  TokenView,
  Town,
  TownChange,
  VisitorView,
  WhyView,
} from './generated.ts';
import { words } from '../words/language.ts';
import { NOBODY, session, turnedAway } from './session.ts';

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
    super(words().problems.serverAway);
    this.name = 'ServerAway';
  }
}

const SESSION = '/api/session';
/** Problems whose title says what happened, and whose detail only what to do. */
const TITLED: ReadonlySet<string> = new Set(['muted', 'removed']);

const town = (id: string) => `/api/towns/${encodeURIComponent(id)}`;

export const api = {
  session: () => get<SessionView>(SESSION),
  signIn: (wish: SignIn) => send<SessionView>('POST', SESSION, wish),
  signOut: () => send<null>('DELETE', SESSION),
  links: () => get<TokenView[]>('/api/tokens'),
  makeLink: (wish: NewToken) => send<MadeToken>('POST', '/api/tokens', wish),
  takeBack: (token: string) => send<null>('DELETE', `/api/tokens/${encodeURIComponent(token)}`),
  scenarios: () => get<ScenarioSummary[]>('/api/scenarios'),
  scenario: (id: string) => get<ScenarioView>(`/api/scenarios/${encodeURIComponent(id)}`),
  previewInScenario: (id: string, wish: NewResident) =>
    send<ResidentPreview>('POST', `/api/scenarios/${encodeURIComponent(id)}/residents/preview`, wish),
  previewInTown: (id: string, wish: NewResident) =>
    send<ResidentPreview>('POST', `${town(id)}/residents/preview`, wish),
  sketchInScenario: (id: string, wish: DescribedResident) =>
    send<SketchView>('POST', `/api/scenarios/${encodeURIComponent(id)}/residents/sketch`, wish),
  sketchInTown: (id: string, wish: DescribedResident) => send<SketchView>('POST', `${town(id)}/residents/sketch`, wish),
  saveResident: (id: string, wish: NewResident) =>
    send<ScenarioSummary>('POST', `/api/scenarios/${encodeURIComponent(id)}/residents`, wish),
  addResident: (id: string, wish: NewResident) => send<InputView>('POST', `${town(id)}/residents`, wish),
  towns: () => get<Town[]>('/api/towns'),
  town: (id: string) => get<Town>(town(id)),
  found: (wish: NewTown) => send<Town>('POST', '/api/towns', wish),
  remove: (id: string) => send<null>('DELETE', town(id)),
  /** A town that others have their past from goes only with all of them. */
  removeWithBranches: (id: string) => send<null>('DELETE', `${town(id)}?branches=true`),
  change: (id: string, wish: TownChange) => send<BranchView>('PATCH', town(id), wish),
  branches: (id: string) => get<BranchView[]>(`${town(id)}/branches`),
  branch: (id: string, wish: BranchWish) => send<BranchView>('POST', `${town(id)}/branches`, wish),
  /** What is otherwise in two towns of one family, up to a tick. */
  compare: (one: string, other: string, at: number) =>
    get<CompareView>(`${town(one)}/compare/${encodeURIComponent(other)}?${params({ at })}`),
  /** What directors did there, the newest first. */
  interventionsOf: (id: string) => get<InputView[]>(`${town(id)}/interventions`),
  /** The town after all events up to `tick`. */
  recap: (id: string, { from, upto }: { from: number; upto: number }) =>
    get<RecapView>(`${town(id)}/recap?${params({ from, upto })}`),
  gazette: (id: string, day: number) => get<PaperView>(`${town(id)}/gazette/${day}`),
  /** The same, and has the town's mind write it. */
  haveRecapWritten: (id: string, { from, upto }: { from: number; upto: number }) =>
    send<RecapView>('POST', `${town(id)}/recap?${params({ from, upto })}`),
  haveGazetteWritten: (id: string, day: number) => send<PaperView>('POST', `${town(id)}/gazette/${day}`),
  replay: (id: string, { from, upto }: { from: number; upto: number }) =>
    file(`${town(id)}/replay.html?${params({ from, upto })}`),
  stateAt: (id: string, tick: number) => get<StateDocument>(`${town(id)}/state?${params({ tick })}`),
  timeline: (id: string, query: Record<string, string | number>) =>
    get<TimelineView>(`${town(id)}/timeline?${params(query)}`),
  bookmarks: (id: string) => get<BookmarkView[]>(`${town(id)}/bookmarks`),
  addBookmark: (id: string, wish: NewBookmark) => send<BookmarkView>('POST', `${town(id)}/bookmarks`, wish),
  removeBookmark: (id: string, number: number) => send<null>('DELETE', `${town(id)}/bookmarks/${number}`),
  setClock: (id: string, wish: ClockWish) => send<Town>('POST', `${town(id)}/clock`, wish),
  scenarioOf: (id: string) => get<ScenarioView>(`${town(id)}/scenario`),
  events: (id: string, query: Record<string, string | number>) => get<EventPage>(`${town(id)}/events?${params(query)}`),
  memories: (id: string, resident: string, query: Record<string, string | number>) =>
    get<MemoryPage>(`${town(id)}/residents/${encodeURIComponent(resident)}/memories?${params(query)}`),
  interventions: () => get<InterventionView[]>('/api/interventions'),
  /** `at`: the tick at which it is to take effect; null is as soon as it arrives. */
  give: (id: string, key: string, input: AnyInput, at: number | null = null) =>
    send<InputView>('POST', `${town(id)}/inputs`, at === null ? { key, input } : { key, input, at: { tick: at } }),
  news: (id: string, query: Record<string, number> = {}) => get<NewsItemView[]>(`${town(id)}/news?${params(query)}`),
  effects: (id: string, number: number) => get<AftermathView>(`${town(id)}/interventions/${number}/effects`),
  spreadOfNews: (id: string, item: string) => get<SpreadView>(`${town(id)}/news/${encodeURIComponent(item)}/spread`),
  spreadOfMemory: (id: string, memory: string) =>
    get<SpreadView>(`${town(id)}/memories/${encodeURIComponent(memory)}/spread`),
  spreadOfAnnouncement: (id: string, seq: number) => get<SpreadView>(`${town(id)}/announcements/${seq}/spread`),
  spreadOfBelief: (id: string, belief: string) =>
    get<SpreadView>(`${town(id)}/beliefs/${encodeURIComponent(belief)}/spread`),
  spreadOfCommitment: (id: string, commitment: string) =>
    get<SpreadView>(`${town(id)}/commitments/${encodeURIComponent(commitment)}/spread`),
  tieChanges: (id: string, query: Record<string, string | number>) =>
    get<TieChangeView[]>(`${town(id)}/relationships/changes?${params(query)}`),
  why: (id: string, seq: number) => get<WhyView>(`${town(id)}/why/${seq}`),
  whyNow: (id: string, resident: string, query: Record<string, string | number>) =>
    get<WhyView>(`${town(id)}/residents/${encodeURIComponent(resident)}/why?${params(query)}`),
  recollections: (id: string, resident: string, query: Record<string, string | number>) =>
    get<RecollectionView[]>(`${town(id)}/residents/${encodeURIComponent(resident)}/recollections?${params(query)}`),
  roots: (id: string, resident: string, memory: string) =>
    get<MemoryTree>(
      `${town(id)}/residents/${encodeURIComponent(resident)}/memories/${encodeURIComponent(memory)}/tree`,
    ),
  models: () => get<ModelsView>('/api/models'),
  setModels: (wish: ModelsWish) => send<ModelsView>('PUT', '/api/models', wish),
  forgetModels: () => send<ModelsView>('DELETE', '/api/models'),
  checkModels: () => send<ModelsCheck>('POST', '/api/models/check'),
  callSummary: (id: string) => get<CallSummary>(`${town(id)}/calls/summary`),
  call: (id: string, call: number) => get<CallDetail>(`${town(id)}/calls/${call}`),
  visitors: (id: string) => get<VisitorView[]>(`${town(id)}/visitors`),
  moderate: (id: string, visitor: string, wish: ModerationWish) =>
    send<VisitorView>('POST', `${town(id)}/visitors/${encodeURIComponent(visitor)}`, wish),
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
  const response = await asked(path, how);
  return (response.status === 204 ? null : await response.json()) as T;
}

/** Something to be kept as it is. */
async function file(path: string): Promise<Blob> {
  return (await asked(path, {})).blob();
}

async function asked(path: string, how: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, how);
  } catch {
    throw new ServerAway();
  }
  if (response.status === 502 || response.status === 504) throw new ServerAway();
  if (!response.ok) {
    const refused = await refusal(response);
    // In another tab the browser has become somebody else, or nobody.
    const stranger = response.status === 401 || refused.problem === 'not-yourself';
    if (stranger && path !== SESSION) void recheck();
    throw refused;
  }
  return response;
}

/** Asks the server who this browser is, after it was told that it is nobody: another link may have been opened. */
export async function recheck(): Promise<void> {
  let now: SessionView;
  try {
    now = await api.session();
  } catch {
    return; // Whoever asks for anything again is told again.
  }
  if (now.role !== null) session.value = now;
  else if (session.value?.role !== null) {
    session.value = NOBODY;
    turnedAway.value = words().problems.signedOut;
  }
}

async function refusal(response: Response): Promise<Refusal> {
  let problem: Partial<ProblemDocument> = {};
  try {
    problem = (await response.json()) as Partial<ProblemDocument>;
  } catch {
    // Something before the server answered, not the server: its status is all there is.
  }
  const name = (problem.type ?? '').split('/').at(-1) ?? '';
  if (response.status === 429) return new Refusal(429, name, tooMuch(response.headers.get('retry-after')));
  const { names, faults, unfit } = words().refusals;
  const ours = names[name];
  if (ours !== undefined) return new Refusal(response.status, name, ours);
  const details = (problem.faults ?? []).map(({ detail }) => detail);
  const oursOfAll = details.length === 0 ? '' : unfit(details.map((detail) => faults[detail] ?? detail));
  if (oursOfAll !== '') return new Refusal(response.status, name, oursOfAll);
  const said = problem.detail ?? problem.title ?? words().problems.answered(response.status);
  const more = details.filter((detail) => !said.includes(detail));
  // The server speaks of the request's fields; here they are called by their labels.
  const title = TITLED.has(name) ? `${problem.title ?? ''}.` : '';
  const plain = [title, said, ...more]
    .join(' ')
    .trim()
    .replaceAll(/\bbody\.(?:input\.)?(?:(?:speak|announce|set_object)\.)?/g, '');
  const sentence = plain.replaceAll(/\b(name|text|state): (?=contains|is )/g, 'The $1 ');
  return new Refusal(response.status, name, sentence);
}

/** `seconds` is what the server says in Retry-After, if it says it. */
function tooMuch(seconds: string | null): string {
  const wait = Number(seconds);
  return words().problems.tooMuch(wait > 1 ? wait : 0);
}
