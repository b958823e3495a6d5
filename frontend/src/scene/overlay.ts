/** Names and bubbles over the map: real elements at screen resolution, reachable by keyboard and screen reader. */
import type { Actor } from './actors.ts';
import type { Camera, Point } from './camera.ts';
import { isCrowd, namedOf, rankOf, type InCrowd } from './crowd.ts';
import { Layout, within, type Box } from './layout.ts';
import { Sign, type BubbleKind } from './sign.ts';
import { Voices } from './voices.ts';

/** What is told about a body beside its place. */
export interface Caption {
  name: string;
  /** "writing his paper, library", for those who do not see the map. */
  doing: string;
  emoji: string;
  /** A mind is at work for it, on something that others wait for. */
  thinking: boolean;
  /** An answer that is just being written. */
  draft: string | null;
  selected: boolean;
  /** What its name is marked with, a sign or two; left out, with nothing. */
  mark?: string;
}

/** What is told about the bodies in town, by id. */
export interface Captions {
  has(id: string): boolean;
  get(id: string): Caption | undefined;
  readonly selected: string | null;
}

/** A body on the screen in this frame. */
interface Body extends InCrowd {
  actor: Actor;
  caption: Caption;
  foot: Point;
  line: { text: string; since: number } | null;
}

/** So many rows below its figure a name may stand before it is folded away. */
const ROWS = 3;
/** So many rows above its figure a bubble may rise. */
const RISES = 4;
/** How far from the edge the names of those out of sight are, and how deep a figure may stand below it. */
const EDGE = 6;
const OVERHANG = 24;
/** What the map's switches take of its lower corners, in CSS pixels. */
const CORNER = { width: 54, height: 72 };
/** How near to a bubble's corner its tail may stand. */
const TAIL = 14;
/** With more bodies than this, names at the edges would be a wall of names. */
const FEW = 16;
/** The end of a draft that fits into a bubble, in letters. */
const DRAFT_LETTERS = 110;

export class Overlay {
  readonly voices = new Voices();
  private readonly signs = new Map<string, Sign>();
  private readonly host: HTMLElement;
  private readonly picks: { picked(id: string): void; focused(id: string, has: boolean): void };
  private onFocus: string | null = null;
  private size = { width: 0, height: 0 };

  constructor(host: HTMLElement, pick: (id: string) => void, focused: (id: string) => void) {
    this.host = host;
    this.picks = {
      picked: pick,
      focused: (id, has) => {
        this.onFocus = has ? id : null;
        if (has) focused(id);
      },
    };
  }

  /** What is in a body's bubble just now; null if it has none. */
  bubbleOf(id: string): string | null {
    const sign = this.signs.get(id);
    return sign === undefined || sign.bubble.hidden ? null : sign.text;
  }

  draw(actors: ReadonlyMap<string, Actor>, captions: Captions, camera: Camera, now: number): void {
    const { width, height } = camera.size;
    this.size = { width, height: height - camera.covered };
    const bodies: Body[] = [];
    const crowd = isCrowd(actors.size);
    const few = actors.size <= FEW;
    for (const actor of actors.values()) {
      if (crowd && !this.isMeant(actor.id, captions) && !this.isInView(camera.toScreen(actor))) continue;
      const caption = captions.get(actor.id);
      if (caption !== undefined) bodies.push(this.bodyOf(actor, caption, camera, now));
    }
    const { named, shown } = namedOf(bodies, camera.zoom, this.signs) as { named: Body[]; shown: number };
    const names = new Layout();
    for (const x of [CORNER.width / 2, width - CORNER.width / 2]) {
      names.first([{ ...CORNER, x, top: this.size.height - CORNER.height }]);
    }
    let left = shown;
    for (const body of named) {
      const sign = this.sign(body);
      this.fill(sign, body, now);
      const box = body.inView
        ? left > 0
          ? this.nameBox(sign, body, names)
          : null
        : this.edgeBox(sign, body, names, few);
      sign.name(box, !body.inView);
      if (box !== null) left -= 1;
    }
    this.placeBubbles(named, camera, names);
    const kept = new Set(named.map(({ id }) => id));
    for (const [id, sign] of this.signs) if (!kept.has(id)) this.remove(id, sign);
    this.voices.advance(now, captions);
  }

  /** Whom one looks at is named wherever it is. */
  private isMeant(id: string, { selected }: Captions): boolean {
    return id === selected || id === this.onFocus;
  }

  private isInView({ x, y }: Point): boolean {
    const { width, height } = this.size;
    return x >= 0 && y >= 0 && x <= width && y <= height + OVERHANG;
  }

  private bodyOf(actor: Actor, caption: Caption, camera: Camera, now: number): Body {
    const { id, asleep } = actor;
    const foot = camera.toScreen(actor);
    const line = this.voices.lineOf(id, now);
    const speaks = line !== null || caption.draft !== null;
    const looked = caption.selected || id === this.onFocus;
    const rank = rankOf({ selected: looked, visitor: id.startsWith('visitor:'), speaks, asleep });
    const inView = this.isInView(foot);
    return { id, actor, caption, foot, line, rank, inView };
  }

  private fill(sign: Sign, { actor, caption, line }: Body, now: number): void {
    sign.describe(`${caption.name}, ${caption.doing}`, caption.selected);
    sign.mark(caption.mark ?? '');
    const [kind, text] = inBubble(caption, line?.text ?? null, actor.asleep);
    sign.fill(kind, text, now);
  }

  /** Below the figure, as near as there is room. */
  private nameBox(sign: Sign, { foot }: Body, names: Layout): Box | null {
    const width = sign.tagWidth;
    const rows = Array.from({ length: ROWS }, (_, row) => ({
      x: Math.round(foot.x),
      top: Math.round(foot.y + 4) + row * (sign.tagHeight + 2),
      width: width + 2,
      height: sign.tagHeight,
    }));
    return names.first(rows);
  }

  /** Who is out of sight is named at the edge: one sees where to look. Among many, only whom the Tab key is at. */
  private edgeBox(sign: Sign, { id, foot }: Body, names: Layout, few: boolean): Box | null {
    if (!few && id !== this.onFocus) return null;
    const { width, height } = this.size;
    const wanted = {
      x: clamp(foot.x, sign.tagWidth / 2 + EDGE, width - sign.tagWidth / 2 - EDGE),
      top: clamp(foot.y, EDGE, height - sign.tagHeight - EDGE),
      width: sign.tagWidth,
      height: sign.tagHeight,
    };
    return wanted.top > height / 2 ? names.above(wanted) : names.below(wanted);
  }

  /**
   * Lines come before signs of what somebody does, and among them those that have stood the longest. A line may cover
   * a name, a sign may not.
   */
  private placeBubbles(named: readonly Body[], camera: Camera, names: Layout): void {
    const bubbles = new Layout();
    const weight = { say: 0, think: 1, act: 2 };
    const talking = named.flatMap((body) => {
      const sign = this.signs.get(body.id);
      return sign === undefined || sign.bubble.hidden ? [] : [{ body, sign }];
    });
    talking.sort(
      (a, b) => weight[a.sign.kind] - weight[b.sign.kind] || (a.body.line?.since ?? 0) - (b.body.line?.since ?? 0),
    );
    for (const { body, sign } of talking) {
      const { foot, actor } = body;
      const box = body.inView ? this.bubbleBox(sign, foot, actor.height * camera.zoom, bubbles, names) : null;
      // The tail goes on pointing at the speaker, as far as the round corners let it.
      sign.speak(box, foot.x, Math.max(0, sign.bubbleWidth / 2 - TAIL));
    }
  }

  private bubbleBox(sign: Sign, foot: Point, height: number, bubbles: Layout, names: Layout): Box | null {
    const { bubbleWidth: width, bubbleHeight } = sign;
    const top = Math.round(foot.y - height - 7 - bubbleHeight);
    const wanted = within({ x: Math.round(foot.x), top, width: width + 4, height: bubbleHeight + 6 }, this.size.width);
    if (sign.kind !== 'say') return names.isFree(wanted) ? bubbles.first([wanted]) : null;
    const aside = width / 2 - TAIL;
    const places = Array.from({ length: RISES }, (_, rise) => wanted.top - rise * (bubbleHeight / 2 + 4))
      .filter((there) => there >= 0)
      .flatMap((there) =>
        [0, aside, -aside].map((dx) =>
          within({ ...wanted, x: wanted.x + Math.round(dx), top: Math.round(there) }, this.size.width),
        ),
      );
    return bubbles.first(places);
  }

  private sign({ id, caption }: Body): Sign {
    const known = this.signs.get(id);
    if (known !== undefined) return known;
    const sign = new Sign(this.host, id, caption.name, this.picks);
    this.signs.set(id, sign);
    return sign;
  }

  private remove(id: string, sign: Sign): void {
    sign.remove();
    this.signs.delete(id);
  }
}

function inBubble(caption: Caption, line: string | null, asleep: boolean): [BubbleKind, string] {
  const { draft, thinking, emoji } = caption;
  if (draft !== null) return ['say', draft.length > DRAFT_LETTERS ? `…${draft.slice(-DRAFT_LETTERS)}` : draft || '…'];
  if (line !== null) return ['say', line];
  return thinking ? ['think', '…'] : ['act', asleep ? '' : emoji];
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), Math.max(least, most)));
}
