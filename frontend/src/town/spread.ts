/** How something that somebody knows went through the town, live: read anew while it is looked at. */
import { signal } from '@preact/signals';
import { api } from './api.ts';
import type { AnyEvent, KnowerView, NewsItemView, Recorded, SpreadView } from './generated.ts';

/** What is followed: an item of news, what anybody's memory says, an announcement in the log, a belief, a commitment. */
export type Followed =
  { news: string } | { memory: string } | { announcement: number } | { belief: string } | { commitment: string };

/** By which something may have come to be known. */
const TELLING: ReadonlySet<AnyEvent['kind']> = new Set([
  'remembered',
  'believed',
  'offered',
  'offer_answered',
  'commitment_settled',
]);

/** Between two looks at how many know, in real milliseconds. */
const AGAIN_MS = 5000;
const MOST_ANNOUNCED = 1000;
/** Between something that may have told somebody and a look at it, in real milliseconds. */
const SOON_MS = 1000;

export class SpreadLook {
  /** The news that the town was founded with, and how many know of each. */
  readonly items = signal<readonly NewsItemView[]>([]);
  readonly followed = signal<Followed | null>(null);
  readonly view = signal<SpreadView | null>(null);
  readonly problem = signal('');
  /** The words of all announcements, each once, the newest first, as far as they were read. */
  readonly announced = signal<readonly string[]>([]);
  /** What memories say, by id, as far as it was read. */
  readonly texts = signal<ReadonlyMap<string, string>>(new Map());
  private readonly town: string;
  private asked = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(town: string) {
    this.town = town;
  }

  /**
   * Counts who knows of each item, now and again. Returns what ends it.
   *
   * `moment` tells of which tick; null is now.
   */
  count(moment: () => number | null): () => void {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      // Where it fails the last counts stay: a server that is away is told of elsewhere.
      const at = moment();
      const query = at === null ? {} : { at };
      this.items.value = await api.news(this.town, query).catch(() => this.items.value);
      timer = setTimeout(() => void look(), AGAIN_MS);
    };
    void look();
    return () => clearTimeout(timer);
  }

  follow(what: Followed): void {
    this.followed.value = what;
    this.view.value = null;
    void this.look();
  }

  /** Reads what memories say that are not known here yet. */
  readUp(memories: readonly string[]): void {
    for (const memory of memories.filter((one) => !this.texts.value.has(one))) {
      void api
        .spreadOfMemory(this.town, memory)
        .then(({ text }) => this.know(memory, text))
        // Where it fails the words stay away: a server that is away is told of elsewhere.
        .catch(() => undefined);
    }
  }

  /** Reads what was announced in town. */
  async readAnnouncements(): Promise<void> {
    const page = await api.events(this.town, { kind: 'announced', limit: MOST_ANNOUNCED }).catch(() => null);
    if (page === null) return;
    const said = page.events.flatMap(({ event }) => (event.kind === 'announced' ? [event.text] : []));
    this.announced.value = [...new Set(said.reverse())];
  }

  private know(memory: string, text: string): void {
    this.texts.value = new Map([...this.texts.value, [memory, text]]);
  }

  close(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.followed.value = null;
    this.view.value = null;
    this.problem.value = '';
  }

  /** Looks again, a little after an event by which somebody may have come to know. */
  hear({ event }: Recorded): void {
    if (this.followed.value === null || this.timer !== undefined || !TELLING.has(event.kind)) return;
    this.timer = setTimeout(() => {
      this.timer = undefined;
      void this.look();
    }, SOON_MS);
  }

  async look(): Promise<void> {
    const followed = this.followed.value;
    const number = ++this.asked;
    if (followed === null) return;
    try {
      const view = await spreadOf(this.town, followed);
      if (number === this.asked) [this.view.value, this.problem.value] = [view, ''];
      if ('memory' in followed) this.know(followed.memory, view.text);
    } catch (error) {
      if (number === this.asked) this.problem.value = error instanceof Error ? error.message : String(error);
    }
  }
}

function spreadOf(town: string, followed: Followed): Promise<SpreadView> {
  if ('news' in followed) return api.spreadOfNews(town, followed.news);
  if ('memory' in followed) return api.spreadOfMemory(town, followed.memory);
  if ('announcement' in followed) return api.spreadOfAnnouncement(town, followed.announcement);
  if ('belief' in followed) return api.spreadOfBelief(town, followed.belief);
  return api.spreadOfCommitment(town, followed.commitment);
}

/** Where somebody who knows stands in the picture. */
export interface Step {
  knower: KnowerView;
  /** 0 to 1: from when the first knew to now. */
  at: number;
  /** How many rows above it whoever told it stands; 0 where nobody did. */
  up: number;
}

/** One row a knower, as they came to know; `now` in ticks. Whoever tells it knew before, so edges lead downwards. */
export function stepsOf({ knowers }: SpreadView, now: number): Step[] {
  const first = Math.max(0, knowers[0]?.tick ?? 0);
  const span = Math.max(1, now - first);
  const rows = new Map(knowers.map(({ resident }, row) => [resident, row]));
  return knowers.map((knower, row) => {
    const teller = knower.told === null ? undefined : rows.get(knower.told.speaker);
    return {
      knower,
      at: Math.min(1, Math.max(0, (knower.tick - first) / span)),
      up: teller === undefined ? 0 : Math.max(0, row - teller),
    };
  });
}
