/** What this page's visitor and the residents said to each other, and answers that are just being written. */
import { computed, signal } from '@preact/signals';
import type { Recorded, TokensFrame } from './generated.ts';

export interface DialogueLine {
  seq: number;
  tick: number;
  /** Whether the visitor said it. */
  mine: boolean;
  text: string;
}

/** An answer as far as it has come. */
export interface Draft {
  question: string;
  text: string;
  /** A piece was lost on its way; the whole answer comes with the log. */
  torn: boolean;
}

export class Dialogues {
  /** By resident, oldest line first. */
  readonly lines = signal<Readonly<Record<string, readonly DialogueLine[]>>>({});
  /** By resident. */
  readonly drafts = signal<Readonly<Record<string, Draft>>>({});
  /** The same of answers to other visitors: heard by whoever is near, and no part of the own talk. */
  readonly elsewhere = signal<Readonly<Record<string, Draft>>>({});
  /** Both, for the bubbles. */
  readonly drafting = computed(() => ({ ...this.elsewhere.value, ...this.drafts.value }));
  private readonly visitor: string;

  constructor(visitor: string) {
    this.visitor = visitor;
  }

  /** Takes in lines of the log, new or old, in any order. */
  hear(recorded: readonly Recorded[]): void {
    let lines = this.lines.value;
    for (const { seq, tick, event } of recorded) {
      if (event.kind === 'resident_removed') this.forgetDrafts(event.resident);
      if (event.kind === 'answered' || event.kind === 'answer_lapsed') this.close(event.key);
      if (event.kind !== 'said' || event.talk !== null) continue;
      const mine = event.speaker === this.visitor;
      if (event.speaker in this.elsewhere.value) this.elsewhere.value = without(this.elsewhere.value, event.speaker);
      if (!mine && !event.to.includes(this.visitor)) continue;
      for (const resident of mine ? event.to : [event.speaker]) {
        const known = lines[resident] ?? [];
        if (known.some((line) => line.seq === seq)) continue;
        const line = { seq, tick, mine, text: event.text };
        lines = { ...lines, [resident]: [...known, line].sort((a, b) => a.seq - b.seq) };
      }
      if (!mine) this.drafts.value = without(this.drafts.value, event.speaker);
    }
    this.lines.value = lines;
  }

  /** Whoever has left the town says no more of what it was about to say. */
  private forgetDrafts(resident: string): void {
    this.drafts.value = without(this.drafts.value, resident);
    this.elsewhere.value = without(this.elsewhere.value, resident);
  }

  /** Lets go of answers that nobody waits for any more, as after a while in which nothing was heard. */
  keep(open: Readonly<Record<string, unknown>>): void {
    for (const { question } of Object.values(this.drafting.peek())) if (!(question in open)) this.close(question);
  }

  /** An answer is there whole, or never comes: the person it was for has gone, or the town has moved on. */
  private close(question: string): void {
    for (const drafts of [this.drafts, this.elsewhere]) {
      const [resident] = Object.entries(drafts.value).find(([, draft]) => draft.question === question) ?? [];
      if (resident !== undefined) drafts.value = without(drafts.value, resident);
    }
  }

  /** Takes in a piece of an answer; the first piece again means that the ones before do not count. */
  write(frame: TokensFrame): void {
    const drafts = frame.visitor === this.visitor ? this.drafts : this.elsewhere;
    const before = drafts.value[frame.resident];
    const draft =
      before?.question === frame.question && frame.index > 0
        ? { ...before, text: before.text + frame.text }
        : { question: frame.question, text: frame.text, torn: frame.index > 0 };
    drafts.value = { ...drafts.value, [frame.resident]: draft };
  }
}

function without(drafts: Readonly<Record<string, Draft>>, resident: string): Readonly<Record<string, Draft>> {
  const { [resident]: _done, ...others } = drafts;
  return others;
}
