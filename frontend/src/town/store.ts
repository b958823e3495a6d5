/** One watched town: fed by its live channel, read by the views through signals. It can show any moment of its past. */
import { batch, computed, signal } from '@preact/signals';
import { forgetNewcomers, introduce } from '../scene/addresses.ts';
import { api, recheck, ServerAway } from './api.ts';
import { Calendar } from './calendar.ts';
import { Dialogues } from './dialogues.ts';
import { extend, newsOf, tileOf, type NewsItem } from './feed.ts';
import type { Clock, Degraded, Frame, Newcomer, Recorded, SnapshotFrame, StateDocument, Town } from './generated.ts';
import { browserSocket, LiveChannel, type Connection } from './live.ts';
import { PaintLog } from './paint.ts';
import { Player } from './player.ts';
import { UnplayableEvent } from './reduce.ts';
import { visitorId } from './session.ts';
import { Setting } from './setting.ts';
import { Past } from './timeline/past.ts';

/** To fill the feed of a page that was just opened, so many events are read at a time, */
const RECENT = 400;
/** until there are so many items, or so often. */
const ENOUGH = 25;
const MOST_PAGES = 4;
const AGAIN_MS = 1000;
/** A moment of the past that is looked at for so long is looked at. */
const SETTLED_MS = 150;

export class TownStore {
  readonly id: string;
  readonly town = signal<Town | null>(null);
  readonly setting = signal<Setting | null>(null);
  /** The town at the shown time. */
  readonly state = signal<StateDocument | null>(null);
  /** The shown time in whole ticks. */
  readonly tick = signal(0);
  /** The moment in the past that is shown instead of the present; null while the page is live. */
  readonly past = signal<Past | null>(null);
  /** Grows whenever another moment is shown than the one after the last. */
  readonly jumps = signal(0);
  /** The live town and where it is, in whole ticks, whatever is shown. */
  readonly present = signal<StateDocument | null>(null);
  readonly presentTick = signal(0);
  readonly clock = signal<Clock | null>(null);
  readonly connection = signal<Connection>('connecting');
  /** What went wrong on the server, in words. */
  readonly trouble = signal<string | null>(null);
  /** Why the built-in mind stands in for the model; null where it does not. */
  readonly degraded = signal<Degraded | null>(null);
  /** Why the town can't be shown at all, in words. */
  readonly failure = signal<string | null>(null);
  readonly news = signal<readonly NewsItem[]>([]);
  readonly calendar = computed(() => new Calendar(this.town.value?.start ?? '2000-01-01T07:00:00'));
  readonly dialogues = new Dialogues(visitorId());
  readonly paint = new PaintLog();

  private player: Player | null = null;
  private readonly channel: LiveChannel;
  private readonly watchers = new Set<(recorded: Recorded) => void>();
  private readonly followers = new Set<(recorded: Recorded) => void>();
  private readonly listeners = new Set<(recorded: Recorded) => void>();
  private fresh: Recorded[] = [];
  private freshNews: NewsItem[] = [];
  /** The feed of the live town while the past is shown. */
  private presentNews: readonly NewsItem[] = [];
  private pastNews: NewsItem[] = [];
  private closed = false;

  constructor(id: string) {
    this.id = id;
    this.channel = new LiveChannel(
      `/api/towns/${encodeURIComponent(id)}/live`,
      {
        frame: (frame) => this.take(frame),
        connection: (connection, detail) => {
          this.connection.value = connection;
          if (connection === 'gone') this.failure.value = detail;
          if (connection === 'out') void recheck();
        },
        resumeAfter: () => this.player?.log.last ?? null,
      },
      browserSocket,
    );
  }

  open(): void {
    forgetNewcomers();
    this.channel.open();
    window.addEventListener('online', this.lookAgain);
    document.addEventListener('visibilitychange', this.lookAgain);
  }

  close(): void {
    this.closed = true;
    this.past.peek()?.close();
    this.channel.close();
    window.removeEventListener('online', this.lookAgain);
    document.removeEventListener('visibilitychange', this.lookAgain);
  }

  /** Shows the town as it was at a tick, and its minds; `backToLive` ends it. Beyond the present there is nothing. */
  async rewind(tick: number): Promise<void> {
    const past = this.past.peek() ?? this.lookBack();
    await past.seek(Math.min(tick, this.presentTick.peek()));
  }

  backToLive(): void {
    const past = this.past.peek();
    if (past === null) return;
    past.close();
    const shown = past.state !== null;
    batch(() => {
      this.past.value = null;
      if (!shown) return;
      this.jumps.value += 1;
      this.news.value = this.presentNews;
      this.tick.value = this.presentTick.peek();
      this.state.value = this.present.peek();
    });
  }

  /** Calls `watcher` for every event that is played from now on, be it of the past. Returns what ends it. */
  watch(watcher: (recorded: Recorded) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** The same for the events of the live town alone, also while the past is shown. */
  follow(follower: (recorded: Recorded) => void): () => void {
    this.followers.add(follower);
    return () => this.followers.delete(follower);
  }

  /** Calls `listener` for every event as soon as it is known, before its time has come. Returns what ends it. */
  listen(listener: (recorded: Recorded) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The shown time in fractional ticks. */
  get now(): number {
    return this.pastShown?.tick ?? this.player?.playhead.tick ?? 0;
  }

  /** How many ticks a real second holds just now. */
  get ticksPerSecond(): number {
    return this.pastShown?.ticksPerSecond ?? this.player?.playhead.ticksPerSecond ?? 0;
  }

  /** Number of the last event that is shown. */
  get shownSeq(): number {
    return this.state.peek()?.seq ?? 0;
  }

  /** Moves the shown time on to the moment `now` and tells the views what has changed. */
  advance(now: number): void {
    if (this.player !== null) this.play((player) => player.advance(now));
    if (this.pastShown !== null) this.replay(this.pastShown, now);
  }

  /** The past if it is to be seen already; the first moment that is sought has to come first. */
  private get pastShown(): Past | null {
    const past = this.past.peek();
    return past?.state == null ? null : past;
  }

  private lookBack(): Past {
    const archive = {
      stateAt: (tick: number) => api.stateAt(this.id, tick),
      events: (after: number, limit: number) => api.events(this.id, { after, limit }),
    };
    const past = new Past(archive, {
      jumped: (state) => this.jump(past, state),
      played: (recorded, state) => {
        const item = newsOf(recorded);
        if (item !== null) this.pastNews.push({ ...item, at: tileOf(item.event, state, item.tick) });
        for (const watcher of this.watchers) watcher(recorded);
      },
      caughtUp: () => this.backToLive(),
      present: () => this.player?.playhead.tick ?? Infinity,
    });
    this.presentNews = this.news.peek();
    this.past.value = past;
    return past;
  }

  private jump(past: Past, state: StateDocument): void {
    this.pastNews = [];
    batch(() => {
      this.jumps.value += 1;
      this.tick.value = Math.floor(past.tick);
      this.state.value = state;
    });
    // Who is dragged through a day wants to see the day, not to read at each of its moments what was before.
    const jump = this.jumps.peek();
    setTimeout(() => void this.readBefore(past, state.seq, jump), SETTLED_MS);
  }

  private replay(past: Past, now: number): void {
    try {
      const played = past.advance(now);
      // It may have led to the present.
      if (this.past.peek() !== past) return;
      batch(() => {
        this.tick.value = Math.floor(past.tick);
        if (played > 0) this.state.value = past.state;
        if (this.pastNews.length > 0) this.news.value = extend(this.news.value, this.pastNews);
      });
      this.pastNews = [];
    } catch (error) {
      if (!(error instanceof UnplayableEvent)) throw error;
      void past.seek(past.tick);
    }
  }

  /** Fills the feed with what had happened before the moment of a jump. */
  private async readBefore(past: Past, seq: number, jump: number): Promise<void> {
    const isStill = () => this.past.peek() === past && this.jumps.peek() === jump;
    if (!isStill()) return;
    const before = await this.recent(seq);
    if (!isStill()) return;
    const since = this.news.peek().filter((item) => item.seq > seq && item.tick <= past.tick);
    this.news.value = extend(before === null ? [] : itemsUpto(before, seq), since);
  }

  /** The last events up to a position, so many that there is something to tell; null where the server does not. */
  private async recent(seq: number): Promise<Recorded[] | null> {
    let events: Recorded[] = [];
    try {
      for (let page = 0, end = seq; page < MOST_PAGES && end > 0; page++, end -= RECENT) {
        const after = Math.max(0, end - RECENT);
        const before = (await api.events(this.id, { after, limit: end - after })).events;
        events = [...before, ...events];
        if (itemsUpto(events, seq).length >= ENOUGH) break;
      }
      return events;
    } catch {
      return null;
    }
  }

  private play(move: (player: Player) => number): void {
    const player = this.player;
    if (player === null) return;
    try {
      const played = move(player);
      batch(() => {
        this.presentTick.value = Math.floor(player.playhead.tick);
        if (this.pastShown === null) this.tick.value = this.presentTick.peek();
        if (played > 0) this.publish(player.state);
      });
    } catch (error) {
      if (!(error instanceof UnplayableEvent)) throw error;
      // The page and the log have come apart: only the whole town mends that.
      this.player = null;
      this.channel.mend();
    }
  }

  private publish(state: StateDocument): void {
    this.present.value = state;
    if (this.pastShown === null) this.state.value = state;
    this.tell(this.freshNews);
    this.freshNews = [];
    this.dialogues.hear(this.fresh);
    this.fresh = [];
  }

  /** Puts items into the feed of the live town. */
  private tell(items: readonly NewsItem[]): void {
    if (items.length === 0) return;
    if (this.pastShown === null) this.news.value = extend(this.news.value, items);
    else this.presentNews = extend(this.presentNews, items);
  }

  private take(frame: Frame): void {
    const now = performance.now();
    switch (frame.type) {
      case 'snapshot':
        this.begin(frame, now);
        break;
      case 'events': {
        const player = this.player;
        if (player === null) return;
        player.receive(frame.events, frame.horizon.tick);
        for (const listener of this.listeners) frame.events.forEach(listener);
        this.paint.received(player.log.last, now);
        if (player.log.broken) {
          player.log.mend();
          this.channel.mend();
        }
        // A page out of sight draws nothing: it follows the log, so that nothing piles up.
        if (document.hidden) this.play((hidden) => hidden.leap(now));
        break;
      }
      case 'clock':
        this.player?.receive([], frame.horizon.tick);
        this.player?.read(frame.clock, now);
        batch(() => {
          this.clock.value = frame.clock;
          this.trouble.value = frame.trouble;
          this.degraded.value = frame.degraded;
        });
        break;
      case 'tokens':
        this.dialogues.write(frame);
        break;
      default:
    }
  }

  private begin(snapshot: SnapshotFrame, now: number): void {
    const known = this.player !== null || this.state.value !== null;
    this.player = new Player(snapshot, now, (recorded, town) => {
      this.fresh.push(recorded);
      if (recorded.event.kind === 'resident_added') this.welcome(recorded.event.newcomer);
      const item = newsOf(recorded);
      if (item !== null) this.freshNews.push({ ...item, at: tileOf(item.event, town, item.tick) });
      for (const follower of this.followers) follower(recorded);
      if (this.pastShown === null) for (const watcher of this.watchers) watcher(recorded);
    });
    batch(() => {
      this.town.value = snapshot.town;
      this.clock.value = snapshot.town.clock;
      this.trouble.value = snapshot.town.trouble;
      this.degraded.value = snapshot.town.degraded;
      this.presentTick.value = snapshot.tick;
      this.present.value = snapshot.state;
      if (this.pastShown !== null) return;
      this.tick.value = snapshot.tick;
      this.state.value = snapshot.state;
    });
    if (known) this.dialogues.keep(snapshot.state.questions);
    else void this.readSetting();
    void this.readRecent(snapshot.seq);
  }

  private welcome(newcomer: Newcomer, setting: Setting | null = this.setting.value): void {
    introduce(newcomer.persona.id, newcomer.persona.looks);
    setting?.welcome(newcomer);
  }

  private async readSetting(): Promise<void> {
    try {
      const setting = new Setting(await api.scenarioOf(this.id));
      for (const newcomer of Object.values(this.present.value?.newcomers ?? {})) this.welcome(newcomer, setting);
      this.setting.value = setting;
    } catch (error) {
      if (this.closed) return;
      if (error instanceof ServerAway) setTimeout(() => void this.readSetting(), AGAIN_MS);
      else this.failure.value = error instanceof Error ? error.message : String(error);
    }
  }

  /** Fills the feed with what happened before the page was opened; without it the feed just starts later. */
  private async readRecent(seq: number): Promise<void> {
    const events = await this.recent(seq);
    batch(() => {
      this.tell(itemsUpto(events ?? [], seq));
      this.dialogues.hear(events ?? []);
    });
  }

  private readonly lookAgain = () => {
    if (document.hidden) return;
    this.play((player) => player.leap(performance.now()));
    if (this.connection.value === 'away') this.channel.restart();
  };
}

function itemsUpto(events: readonly Recorded[], seq: number): NewsItem[] {
  return events
    .filter((recorded) => recorded.seq <= seq)
    .map(newsOf)
    .filter((item) => item !== null);
}
