/** The memories of one resident: the newest first, more on demand, new ones as they are formed. */
import { signal } from '@preact/signals';
import { api } from './api.ts';
import type { AnyEvent, MemoryKind, MemoryView, Recorded } from './generated.ts';

type Formed = Extract<AnyEvent, { kind: 'remembered' }>;

/** What the page shows of a memory. */
export type Memory = Pick<MemoryView, 'id' | 'seq' | 'tick' | 'kind' | 'text' | 'importance' | 'source' | 'about'>;

const PAGE = 30;
/** Of a resident that is watched for long, the oldest drop out. */
const MOST = 600;

export type Loading = 'loading' | 'ready' | 'failed';

/** What is looked for. */
export interface Wanted {
  q: string;
  kind: MemoryKind | '';
  /** A resident or a visitor. */
  about: string;
  /** Only those from this tick on; 0 is all. */
  from: number;
}

export const EVERYTHING: Wanted = { q: '', kind: '', about: '', from: 0 };

export class MemoryStream {
  readonly memories = signal<readonly Memory[]>([]);
  readonly loading = signal<Loading>('loading');
  readonly problem = signal('');
  /** Whether there are older ones on the server. */
  readonly more = signal(false);
  private wanted: Wanted = EVERYTHING;
  /** The tick of which they are; null is now. */
  private at: number | null = null;
  private next: number | null = null;
  private asked = 0;
  /** Numbers of those that came in since the last page. */
  private readonly heard = new Set<number>();
  private readonly town: string;
  private readonly resident: string;

  constructor(town: string, resident: string) {
    this.town = town;
    this.resident = resident;
  }

  /** Shows only what is wanted from now on. */
  async want(wanted: Wanted): Promise<void> {
    this.wanted = wanted;
    this.next = null;
    this.memories.value = [];
    await this.load();
  }

  /** Shows them as they were at a tick; null is now. */
  async asOf(at: number | null): Promise<void> {
    this.at = at;
    this.next = null;
    this.heard.clear();
    await this.load();
  }

  /** Reads the next page of older memories. */
  async load(): Promise<void> {
    this.loading.value = 'loading';
    const number = ++this.asked;
    try {
      const before = this.next === null ? {} : { before: this.next };
      const at = this.at === null ? {} : { at: this.at };
      const query = { limit: PAGE, ...before, ...at, ...asQuery(this.wanted) };
      const first = this.next === null;
      const page = await api.memories(this.town, this.resident, query);
      if (number !== this.asked) return;
      this.next = page.next;
      this.more.value = page.next !== null;
      // Those that came in while the first page was read are newer than it.
      const known = this.memories.value.filter(({ seq }) => !first || this.heard.has(seq));
      this.heard.clear();
      this.memories.value = merge(known, page.memories);
      this.loading.value = 'ready';
    } catch (error) {
      if (number !== this.asked) return;
      this.problem.value = error instanceof Error ? error.message : String(error);
      this.loading.value = 'failed';
    }
  }

  /** Takes in an event of the log, if it is about these memories. */
  hear({ seq, tick, event }: Recorded): void {
    if (event.kind === 'remembered' && event.resident === this.resident) {
      const { id, memory: kind, text, importance, source, about } = event;
      if (!fits(this.wanted, event, tick)) return;
      this.heard.add(seq);
      this.memories.value = merge(this.memories.value, [
        { id, seq, tick, kind, text, importance, source, about },
      ]).slice(0, MOST);
    }
    if (event.kind === 'rated' && event.resident === this.resident) {
      this.memories.value = this.memories.value.map((memory) => {
        const importance = event.ratings[memory.id];
        return importance === undefined ? memory : { ...memory, importance };
      });
    }
  }
}

function asQuery({ q, kind, about, from }: Wanted): Record<string, string | number> {
  return {
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    ...(kind === '' ? {} : { kind }),
    ...(about === '' ? {} : { about }),
    ...(from === 0 ? {} : { from_tick: from }),
  };
}

/** Whether a memory that was just formed is wanted; as the server judges older ones. */
export function fits({ q, kind, about, from }: Wanted, memory: Formed, tick: number): boolean {
  const text = memory.text.toLowerCase();
  return (
    (kind === '' || memory.memory === kind) &&
    (about === '' || memory.about.includes(about) || memory.source.who === about) &&
    tick >= from &&
    q.split(/\s+/).every((word) => text.includes(word.toLowerCase()))
  );
}

/** Both lists as one, newest first, nothing twice. */
function merge(known: readonly Memory[], added: readonly Memory[]): Memory[] {
  const byId = new Map([...known, ...added].map((memory) => [memory.id, memory]));
  return [...byId.values()].sort((a, b) => b.seq - a.seq);
}
