/** The live channel of a town: a WebSocket that is resumed where it broke off, for as long as the page is open. */
import { words } from '../words/language.ts';
import type { Frame } from './generated.ts';

export type Connection = 'connecting' | 'live' | 'away' | 'busy' | 'gone' | 'out';

export interface LiveListener {
  frame(frame: Frame): void;
  connection(state: Connection, detail: string): void;
  /** Number of the last event that is here; null asks for the whole town. */
  resumeAfter(): number | null;
}

/** The part of a WebSocket that is used; tests put their own in its place. */
export interface Socket {
  onopen: (() => void) | null;
  onclose: ((end: { code: number }) => void) | null;
  onmessage: ((message: { data: unknown }) => void) | null;
  send(text: string): void;
  close(): void;
}

const FIRST_WAIT_MS = 250;
const LONGEST_WAIT_MS = 4000;
/** So short an absence is not worth a word. */
const UNNOTICED_MS = 700;
const PING_MS = 5000;
/** A channel that was silent for so long is dead, whatever the socket says. */
const SILENCE_MS = 12_000;
/** So long a server that is only just starting may take to answer a call. */
const CALL_MS = 30_000;
/** How long a channel waits that was refused because too much was asked for. */
const BUSY_WAIT_MS = 30_000;
/** The token that the channel was opened with does not count any more. */
const SIGNED_OUT = 4401;
const TOO_MANY = 4429;
/** Close codes that say that there is no such town, or none any more; see `backend/live/channel.py`. */
const GONE: Readonly<Record<number, 'notYours' | 'noTown' | 'deleted'>> = {
  4403: 'notYours',
  4404: 'noTown',
  4410: 'deleted',
};

export class LiveChannel {
  private readonly path: string;
  private readonly listener: LiveListener;
  private readonly connect: (url: string) => Socket;
  private socket: Socket | null = null;
  private failures = 0;
  private closed = false;
  private heard = 0;
  private opened = false;
  /** Whether the server has said anything over it. */
  private welcome = false;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private notice: ReturnType<typeof setTimeout> | undefined;
  private pulse: ReturnType<typeof setInterval> | undefined;

  constructor(path: string, listener: LiveListener, connect: (url: string) => Socket) {
    this.path = path;
    this.listener = listener;
    this.connect = connect;
  }

  open(): void {
    this.listener.connection('connecting', '');
    this.start();
  }

  /** Ends the channel for good. */
  close(): void {
    this.closed = true;
    this.forget();
  }

  /** Starts the channel anew at once, after `resumeAfter`. */
  restart(): void {
    if (this.closed) return;
    this.forget();
    this.start();
  }

  /** The same for what went wrong on this side, as a log with a hole in it: again and again, it takes longer each time. */
  mend(): void {
    this.lost();
  }

  private start(): void {
    const after = this.listener.resumeAfter();
    const socket = this.connect(after === null ? this.path : `${this.path}?after=${after}`);
    this.socket = socket;
    this.opened = false;
    this.welcome = false;
    // From now on, not from its opening: a server that hangs takes a call and never answers it.
    this.heard = Date.now();
    this.pulse = setInterval(() => this.beat(), PING_MS);
    socket.onopen = () => {
      this.heard = Date.now();
      this.opened = true;
    };
    socket.onmessage = ({ data }) => {
      this.heard = Date.now();
      // Not when it opens: a server that refuses a page opens the channel too, to say why.
      if (!this.welcome) this.welcomed();
      const frame = JSON.parse(String(data)) as Frame;
      if (frame.type === 'gone') this.gone('deleted');
      else this.listener.frame(frame);
    };
    socket.onclose = ({ code }) => {
      const gone = GONE[code];
      if (gone !== undefined) this.gone(gone);
      else if (code === TOO_MANY) this.turnedBack();
      else {
        this.lost();
        if (code === SIGNED_OUT) this.listener.connection('out', '');
      }
    };
  }

  private welcomed(): void {
    this.welcome = true;
    clearTimeout(this.notice);
    this.notice = undefined;
    this.listener.connection('live', '');
  }

  private turnedBack(): void {
    this.forget();
    clearTimeout(this.notice);
    this.notice = undefined;
    this.listener.connection('busy', '');
    this.retry = setTimeout(() => this.start(), BUSY_WAIT_MS);
  }

  private beat(): void {
    if (Date.now() - this.heard > (this.opened ? SILENCE_MS : CALL_MS)) {
      this.lost();
    } else if (this.opened) {
      // It has lasted: what went wrong before is forgotten now, not by a first word that may be the last one again.
      if (this.welcome) this.failures = 0;
      this.socket?.send(JSON.stringify({ type: 'ping' }));
    }
  }

  private lost(): void {
    this.forget();
    if (this.closed) return;
    const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.failures);
    this.failures += 1;
    this.notice ??= setTimeout(() => this.listener.connection('away', ''), UNNOTICED_MS);
    this.retry = setTimeout(() => this.start(), wait);
  }

  private gone(why: 'notYours' | 'noTown' | 'deleted'): void {
    this.close();
    this.listener.connection('gone', words().problems[why]);
  }

  private forget(): void {
    clearInterval(this.pulse);
    clearTimeout(this.retry);
    if (this.closed) clearTimeout(this.notice);
    const socket = this.socket;
    this.socket = null;
    if (socket === null) return;
    socket.onopen = socket.onclose = socket.onmessage = null;
    socket.close();
  }
}

/** A real WebSocket to the server that the page came from. */
export function browserSocket(path: string): Socket {
  const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
  return new WebSocket(`${scheme}://${location.host}${path}`) as Socket;
}
