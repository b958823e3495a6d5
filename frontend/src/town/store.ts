/** One watched town: fed by its live channel, read by the views through signals. */
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

/** So many events before the present are read to fill the feed of a page that was just opened. */
const RECENT = 400;
const AGAIN_MS = 1000;

export class TownStore {
  readonly id: string;
  readonly town = signal<Town | null>(null);
  readonly setting = signal<Setting | null>(null);
  /** The town at the shown time. */
  readonly state = signal<StateDocument | null>(null);
  /** The shown time in whole ticks. */
  readonly tick = signal(0);
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
  private readonly listeners = new Set<(recorded: Recorded) => void>();
  private fresh: Recorded[] = [];
  private freshNews: NewsItem[] = [];

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
    this.channel.close();
    window.removeEventListener('online', this.lookAgain);
    document.removeEventListener('visibilitychange', this.lookAgain);
  }

  /** Calls `watcher` for every event that is played from now on. Returns what ends it. */
  watch(watcher: (recorded: Recorded) => void): () => void {
    this.watchers.add(watcher);
    return () => this.watchers.delete(watcher);
  }

  /** Calls `listener` for every event as soon as it is known, before its time has come. Returns what ends it. */
  listen(listener: (recorded: Recorded) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** The shown time in fractional ticks. */
  get now(): number {
    return this.player?.playhead.tick ?? 0;
  }

  /** How many ticks a real second holds just now. */
  get ticksPerSecond(): number {
    return this.player?.playhead.ticksPerSecond ?? 0;
  }

  /** Number of the last event that is shown. */
  get shownSeq(): number {
    return this.player?.state.seq ?? 0;
  }

  /** Moves the shown time on to the moment `now` and tells the views what has changed. */
  advance(now: number): void {
    if (this.player !== null) this.play((player) => player.advance(now));
  }

  private play(move: (player: Player) => number): void {
    const player = this.player;
    if (player === null) return;
    try {
      const played = move(player);
      batch(() => {
        this.tick.value = Math.floor(player.playhead.tick);
        if (played > 0) this.publish(player.state);
      });
    } catch (error) {
      if (!(error instanceof UnplayableEvent)) throw error;
      // The page and the log have come apart: only the whole town mends that.
      this.player = null;
      this.channel.restart();
    }
  }

  private publish(state: StateDocument): void {
    this.state.value = state;
    if (this.freshNews.length > 0) this.news.value = extend(this.news.value, this.freshNews);
    this.freshNews = [];
    this.dialogues.hear(this.fresh);
    this.fresh = [];
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
          this.channel.restart();
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
      for (const watcher of this.watchers) watcher(recorded);
    });
    batch(() => {
      this.town.value = snapshot.town;
      this.clock.value = snapshot.town.clock;
      this.trouble.value = snapshot.town.trouble;
      this.degraded.value = snapshot.town.degraded;
      this.tick.value = snapshot.tick;
      this.state.value = snapshot.state;
    });
    if (!known) void this.readSetting();
    void this.readRecent(snapshot.seq);
  }

  private welcome(newcomer: Newcomer, setting: Setting | null = this.setting.value): void {
    introduce(newcomer.persona.id, newcomer.persona.looks);
    setting?.welcome(newcomer);
  }

  private async readSetting(): Promise<void> {
    try {
      const setting = new Setting(await api.scenarioOf(this.id));
      for (const newcomer of Object.values(this.state.value?.newcomers ?? {})) this.welcome(newcomer, setting);
      this.setting.value = setting;
    } catch (error) {
      if (error instanceof ServerAway) setTimeout(() => void this.readSetting(), AGAIN_MS);
      else this.failure.value = error instanceof Error ? error.message : String(error);
    }
  }

  /** Fills the feed with what happened before the page was opened; without it the feed just starts later. */
  private async readRecent(seq: number): Promise<void> {
    try {
      const { events } = await api.events(this.id, { after: Math.max(0, seq - RECENT), limit: RECENT });
      const items = events.filter((recorded) => recorded.seq <= seq).map(newsOf);
      batch(() => {
        this.news.value = extend(
          items.filter((item) => item !== null),
          this.news.value,
        );
        this.dialogues.hear(events);
      });
    } catch {
      this.news.value = [...this.news.value];
    }
  }

  private readonly lookAgain = () => {
    if (document.hidden) return;
    this.play((player) => player.leap(performance.now()));
    if (this.connection.value === 'away') this.channel.restart();
  };
}
