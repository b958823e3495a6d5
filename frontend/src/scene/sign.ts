/** One body's name and bubble over the map: real elements, written to only where something has changed. */
import type { Box } from './layout.ts';

/** Nothing of what somebody does changes sooner, in real milliseconds: a fast town must not flicker. */
const STEADY_MS = 900;

export type BubbleKind = 'say' | 'think' | 'act';

export interface Picks {
  picked(id: string): void;
  focused(id: string, has: boolean): void;
}

export class Sign {
  readonly tag = document.createElement('button');
  readonly bubble = document.createElement('div');
  /** With the badge that is at it. */
  tagWidth: number;
  readonly tagHeight: number;
  bubbleWidth = 0;
  bubbleHeight = 0;
  text = '';
  kind: BubbleKind = 'act';
  private changed = -Infinity;
  private readonly written = new Map<HTMLElement, string>();
  private looks = 'tag';
  private label = '';
  private marked = '';
  private pressed: boolean | null = null;

  constructor(host: HTMLElement, id: string, name: string, picks: Picks) {
    const { tag, bubble } = this;
    tag.className = this.looks;
    tag.type = 'button';
    tag.dataset.resident = id;
    tag.textContent = name;
    tag.addEventListener('click', () => picks.picked(id));
    tag.addEventListener('focus', () => picks.focused(id, true));
    tag.addEventListener('blur', () => picks.focused(id, false));
    bubble.hidden = true;
    bubble.ariaHidden = 'true';
    host.append(tag, bubble);
    this.tagWidth = tag.offsetWidth;
    this.tagHeight = tag.offsetHeight;
  }

  describe(label: string, selected: boolean): void {
    if (label !== this.label) this.tag.setAttribute('aria-label', label);
    if (selected !== this.pressed) this.tag.setAttribute('aria-pressed', String(selected));
    this.label = label;
    this.pressed = selected;
  }

  /** Puts a small badge with a text at the name; an empty one takes it away. */
  mark(text: string): void {
    if (text === this.marked) return;
    this.marked = text;
    if (text === '') delete this.tag.dataset.mark;
    else this.tag.dataset.mark = text;
    const { offsetWidth, scrollWidth } = this.tag;
    // The name stays in the middle: as much is left free on its other side.
    if (offsetWidth > 0) this.tagWidth = 2 * scrollWidth - offsetWidth;
  }

  /** Puts `text` into the bubble; an empty one hides it. */
  fill(kind: BubbleKind, text: string, now: number): void {
    if (text === this.text && kind === this.kind) return;
    if (kind === 'act' && this.kind === 'act' && text !== '' && now - this.changed < STEADY_MS) return;
    this.changed = now;
    this.text = text;
    this.kind = kind;
    this.bubble.hidden = text === '';
    this.bubble.className = `bubble ${kind}`;
    this.bubble.textContent = text;
    this.bubbleWidth = this.bubble.offsetWidth;
    this.bubbleHeight = this.bubble.offsetHeight;
  }

  /** Moves the name there; null folds it away, for the Tab key alone. */
  name(box: Box | null, off: boolean): void {
    const looks = `tag${off ? ' off' : ''}${box === null ? ' folded' : ''}`;
    if (looks !== this.looks) this.tag.className = this.looks = looks;
    if (box !== null) this.move(this.tag, box);
  }

  /** Moves the bubble there, its tail pointing at `foot`; null: there is no room for it now. */
  speak(box: Box | null, foot: number, reach: number): void {
    this.bubble.classList.toggle('folded', box === null);
    if (box === null) return;
    const tail = `${Math.round(Math.min(reach, Math.max(-reach, foot - box.x)))}px`;
    if (this.bubble.style.getPropertyValue('--tail') !== tail) this.bubble.style.setProperty('--tail', tail);
    this.move(this.bubble, box);
  }

  remove(): void {
    this.tag.remove();
    this.bubble.remove();
  }

  private move(element: HTMLElement, { x, top }: Box): void {
    const there = `translate(${x}px,${top}px) translateX(-50%)`;
    if (this.written.get(element) === there) return;
    this.written.set(element, there);
    element.style.transform = there;
  }
}
