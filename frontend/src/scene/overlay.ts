/** Names, bubbles and marks over the map: real elements at screen resolution, reachable by keyboard and screen reader. */
import type { Actor } from './actors.ts';
import type { Camera, Point } from './camera.ts';
import { Layout, within } from './layout.ts';
import { Speech } from './speech.ts';

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
}

interface Sign {
  tag: HTMLButtonElement;
  bubble: HTMLDivElement;
  speech: Speech;
  tagWidth: number;
  bubbleWidth: number;
  bubbleHeight: number;
  text: string;
  kind: string;
}

const TAG_HEIGHT = 18;
/** How far from the edge the names of those out of sight are, and how deep a figure may stand below it. */
const EDGE = 6;
const OVERHANG = 24;
/** How near to a bubble's corner its tail may stand. */
const TAIL = 14;
/** With more bodies than this, names at the edges would be a wall of names. */
const FEW = 16;
/** The end of a draft that fits into a bubble, in letters. */
const DRAFT_LETTERS = 110;

export class Overlay {
  private readonly signs = new Map<string, Sign>();
  private readonly host: HTMLElement;
  private readonly pick: (id: string) => void;
  private readonly focused: (id: string) => void;

  constructor(host: HTMLElement, pick: (id: string) => void, focused: (id: string) => void) {
    this.host = host;
    this.pick = pick;
    this.focused = focused;
  }

  say(speaker: string, text: string, now: number): void {
    this.signs.get(speaker)?.speech.say(text, now);
  }

  /** Ends all lines, as when time runs too fast for any to be true while it is read. */
  hush(): void {
    for (const { speech } of this.signs.values()) speech.hush();
  }

  /** What is in a body's bubble just now; null if it has none. */
  bubbleOf(id: string): string | null {
    const sign = this.signs.get(id);
    return sign === undefined || sign.bubble.hidden ? null : sign.text;
  }

  draw(actors: Iterable<Actor>, captions: ReadonlyMap<string, Caption>, camera: Camera, now: number): void {
    const seen = new Set<string>();
    const tags = new Layout();
    const bubbles = new Layout();
    const order = [...actors].sort((a, b) => b.y - a.y);
    this.host.classList.toggle('crowded', order.length > FEW);
    for (const actor of order) {
      const caption = captions.get(actor.id);
      if (caption === undefined) continue;
      seen.add(actor.id);
      const sign = this.sign(actor.id, caption);
      this.fill(sign, actor, caption, now);
      const foot = camera.toScreen(actor);
      this.placeTag(sign, foot, camera.covered, tags);
      this.placeBubble(sign, foot, actor.height * camera.zoom, bubbles);
    }
    for (const [id, sign] of this.signs) if (!seen.has(id)) this.remove(id, sign);
  }

  private fill(sign: Sign, actor: Actor, caption: Caption, now: number): void {
    setAttribute(sign.tag, 'aria-label', `${caption.name}, ${caption.doing}`);
    setAttribute(sign.tag, 'aria-pressed', String(caption.selected));
    const line = sign.speech.at(now);
    const [kind, text] =
      caption.draft !== null
        ? [
            'say',
            caption.draft.length > DRAFT_LETTERS ? `…${caption.draft.slice(-DRAFT_LETTERS)}` : caption.draft || '…',
          ]
        : line !== null
          ? ['say', line]
          : caption.thinking
            ? ['think', '…']
            : ['act', actor.asleep ? '' : caption.emoji];
    if (text === sign.text && kind === sign.kind) return;
    sign.text = text;
    sign.kind = kind;
    sign.bubble.hidden = text === '';
    sign.bubble.className = `bubble ${kind}`;
    sign.bubble.textContent = text;
    sign.bubbleWidth = sign.bubble.offsetWidth;
    sign.bubbleHeight = sign.bubble.offsetHeight;
  }

  private placeTag(sign: Sign, foot: Point, covered: number, tags: Layout): void {
    const width = this.host.clientWidth;
    const height = this.host.clientHeight - covered;
    const off = foot.x < 0 || foot.y < 0 || foot.x > width || foot.y > height + OVERHANG;
    sign.tag.classList.toggle('off', off);
    const wanted = { x: Math.round(foot.x), top: Math.round(foot.y + 4), width: sign.tagWidth, height: TAG_HEIGHT };
    if (off) {
      // Who is out of sight is named at the edge: one sees where to look, and the Tab key still gets there.
      wanted.x = clamp(foot.x, sign.tagWidth / 2 + EDGE, width - sign.tagWidth / 2 - EDGE);
      wanted.top = clamp(foot.y, EDGE, height - TAG_HEIGHT - EDGE);
    }
    const box = off && wanted.top > height / 2 ? tags.above(wanted) : tags.below(wanted);
    sign.tag.style.transform = `translate(${box.x}px,${box.top}px) translateX(-50%)`;
  }

  private placeBubble(sign: Sign, foot: Point, height: number, bubbles: Layout): void {
    if (sign.bubble.hidden) return;
    const top = Math.round(foot.y - height - 7 - sign.bubbleHeight);
    const wanted = { x: Math.round(foot.x), top, width: sign.bubbleWidth, height: sign.bubbleHeight };
    const inside = foot.x >= 0 && foot.x <= this.host.clientWidth && foot.y >= 0 && top < this.host.clientHeight;
    const box = bubbles.above(inside ? within(wanted, this.host.clientWidth) : wanted);
    // The tail goes on pointing at the speaker, as far as the round corners let it.
    const reach = Math.max(0, sign.bubbleWidth / 2 - TAIL);
    setTail(sign.bubble, `${Math.round(Math.min(reach, Math.max(-reach, foot.x - box.x)))}px`);
    sign.bubble.style.transform = `translate(${box.x}px,${box.top}px) translateX(-50%)`;
  }

  private sign(id: string, caption: Caption): Sign {
    const known = this.signs.get(id);
    if (known !== undefined) return known;
    const tag = document.createElement('button');
    tag.className = 'tag';
    tag.type = 'button';
    tag.dataset.resident = id;
    tag.textContent = caption.name;
    tag.addEventListener('click', () => this.pick(id));
    tag.addEventListener('focus', () => this.focused(id));
    const bubble = document.createElement('div');
    bubble.className = 'bubble';
    bubble.hidden = true;
    bubble.ariaHidden = 'true';
    this.host.append(tag, bubble);
    const sizes = { tagWidth: tag.offsetWidth, bubbleWidth: 0, bubbleHeight: 0 };
    const sign: Sign = { tag, bubble, speech: new Speech(), text: '', kind: '', ...sizes };
    this.signs.set(id, sign);
    return sign;
  }

  private remove(id: string, sign: Sign): void {
    sign.tag.remove();
    sign.bubble.remove();
    this.signs.delete(id);
  }
}

function setAttribute(element: HTMLElement, name: string, value: string): void {
  if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function setTail(bubble: HTMLElement, offset: string): void {
  if (bubble.style.getPropertyValue('--tail') !== offset) bubble.style.setProperty('--tail', offset);
}

function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.min(Math.max(value, least), Math.max(least, most)));
}
