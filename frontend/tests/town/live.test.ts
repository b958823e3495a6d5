import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Frame } from '../../src/town/generated.ts';
import { LiveChannel, type Connection, type Socket } from '../../src/town/live.ts';

class FakeSocket implements Socket {
  onopen: (() => void) | null = null;
  onclose: ((end: { code: number }) => void) | null = null;
  onmessage: ((message: { data: unknown }) => void) | null = null;
  sent: string[] = [];
  closed = false;
  readonly url: string;

  constructor(url: string) {
    this.url = url;
  }

  send(text: string): void {
    this.sent.push(text);
  }

  close(): void {
    this.closed = true;
  }

  say(frame: Frame): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }

  drop(code = 1006): void {
    this.onclose?.({ code });
  }
}

/** What a channel that works says first. */
const WELCOME: Frame = { type: 'pong' };

interface Watch {
  channel: LiveChannel;
  sockets: FakeSocket[];
  frames: Frame[];
  connections: Connection[];
  newest: () => FakeSocket;
}

function watch(resumeAfter: () => number | null = () => null): Watch {
  const sockets: FakeSocket[] = [];
  const frames: Frame[] = [];
  const connections: Connection[] = [];
  const listener = {
    frame: (frame: Frame) => frames.push(frame),
    connection: (state: Connection) => connections.push(state),
    resumeAfter,
  };
  const channel = new LiveChannel('/live', listener, (url) => {
    const socket = new FakeSocket(url);
    sockets.push(socket);
    return socket;
  });
  const newest = () => {
    const socket = sockets.at(-1);
    if (socket === undefined) throw new Error('the channel was never opened');
    return socket;
  };
  return { channel, sockets, frames, connections, newest };
}

describe('the live channel', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('asks for the whole town first, and goes on after the last event when it was cut off', () => {
    let last: number | null = null;
    const { channel, sockets, newest } = watch(() => last);
    channel.open();
    expect(newest().url).toBe('/live');
    newest().onopen?.();
    last = 42;
    newest().drop();
    vi.advanceTimersByTime(400);
    expect(sockets).toHaveLength(2);
    expect(newest().url).toBe('/live?after=42');
  });

  it('says nothing of a moment’s absence, and says when it lasts', () => {
    const { channel, connections, newest } = watch();
    channel.open();
    newest().onopen?.();
    newest().say(WELCOME);
    newest().drop();
    vi.advanceTimersByTime(400);
    newest().onopen?.();
    newest().say(WELCOME);
    vi.advanceTimersByTime(5000);
    expect(connections).toEqual(['connecting', 'live', 'live']);
    newest().drop();
    vi.advanceTimersByTime(300);
    newest().drop();
    vi.advanceTimersByTime(900);
    expect(connections.at(-1)).toBe('away');
  });

  it('tries again for as long as it takes, at most every four seconds', () => {
    const { channel, sockets, connections, newest } = watch();
    channel.open();
    for (let tries = 0; tries < 30; tries++) {
      newest().drop();
      vi.advanceTimersByTime(4000);
    }
    expect(sockets).toHaveLength(31);
    newest().onopen?.();
    newest().say(WELCOME);
    expect(connections.at(-1)).toBe('live');
  });

  it('does not hammer a server that opens it only to refuse it', () => {
    const { channel, sockets, connections, newest } = watch();
    channel.open();
    for (let passed = 0; passed < 60_000; passed += 250) {
      if (!newest().closed) {
        newest().onopen?.();
        newest().drop(1013);
      }
      vi.advanceTimersByTime(250);
    }
    expect(connections).not.toContain('live');
    expect(sockets.length).toBeLessThan(22);
  });

  it('waits half a minute when too much was asked for, and says so', () => {
    const { channel, sockets, connections, newest } = watch();
    channel.open();
    newest().onopen?.();
    newest().drop(4429);
    vi.advanceTimersByTime(29_000);
    expect(connections.at(-1)).toBe('busy');
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(1500);
    expect(sockets).toHaveLength(2);
    newest().onopen?.();
    newest().say(WELCOME);
    expect(connections.at(-1)).toBe('live');
  });

  it('tells when its token ended, and goes on if the page has another by then', () => {
    const { channel, sockets, connections, newest } = watch();
    channel.open();
    newest().onopen?.();
    newest().say(WELCOME);
    newest().drop(4401);
    expect(connections.at(-1)).toBe('out');
    vi.advanceTimersByTime(400);
    newest().say(WELCOME);
    expect(connections.at(-1)).toBe('live');
    newest().drop(4401);
    channel.close();
    vi.advanceTimersByTime(60_000);
    expect(sockets).toHaveLength(2);
  });

  it('calls again where the server takes a call and never answers it', () => {
    const { channel, sockets, connections } = watch();
    channel.open();
    vi.advanceTimersByTime(40_000);
    expect(sockets.length).toBeGreaterThan(1);
    expect(sockets[0]?.closed).toBe(true);
    expect(sockets[0]?.sent).toEqual([]);
    expect(connections.at(-1)).toBe('away');
  });

  it('does not hammer a server whose log it can’t play', () => {
    const { channel, sockets, newest } = watch();
    channel.open();
    for (let passed = 0; passed < 60_000; passed += 250) {
      if (!newest().closed) {
        newest().onopen?.();
        newest().say(WELCOME);
        channel.mend();
      }
      vi.advanceTimersByTime(250);
    }
    expect(sockets.length).toBeLessThan(22);
    vi.advanceTimersByTime(5000);
    newest().onopen?.();
    newest().say(WELCOME);
    vi.advanceTimersByTime(5000);
    const before = sockets.length;
    channel.mend();
    vi.advanceTimersByTime(300);
    expect(sockets).toHaveLength(before + 1);
  });

  it('gives up a channel that has fallen silent', () => {
    const { channel, sockets, newest } = watch();
    channel.open();
    newest().onopen?.();
    vi.advanceTimersByTime(10_000);
    newest().say({ type: 'pong' });
    vi.advanceTimersByTime(10_000);
    expect(sockets).toHaveLength(1);
    vi.advanceTimersByTime(8000);
    expect(sockets.length).toBeGreaterThan(1);
    expect(sockets[0]?.closed).toBe(true);
  });

  it.each([
    ['a deleted town', (socket: FakeSocket) => socket.say({ type: 'gone', detail: 'deleted' })],
    ['an unknown town', (socket: FakeSocket) => socket.drop(4404)],
  ])('ends for good at %s', (_, end) => {
    const { channel, sockets, connections, newest } = watch();
    channel.open();
    newest().onopen?.();
    end(newest());
    vi.advanceTimersByTime(60_000);
    expect(connections.at(-1)).toBe('gone');
    expect(sockets).toHaveLength(1);
  });
});
