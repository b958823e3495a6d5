/** The bookmarks of a town: moments with a note. */
import { signal } from '@preact/signals';
import type { BookmarkView, NewBookmark } from '../generated.ts';
import { randomId } from '../visitor.ts';
import type { Moment } from './moment.ts';

export interface Shelf {
  bookmarks(): Promise<BookmarkView[]>;
  addBookmark(wish: NewBookmark): Promise<BookmarkView>;
  removeBookmark(number: number): Promise<null>;
}

export class Bookmarks {
  /** By their moments; null until they were read. */
  readonly items = signal<readonly BookmarkView[] | null>(null);
  readonly problem = signal('');
  private readonly shelf: Shelf;

  constructor(shelf: Shelf) {
    this.shelf = shelf;
  }

  look(): Promise<boolean> {
    return this.trying(async () => {
      this.items.value = await this.shelf.bookmarks();
    });
  }

  /** Marks a moment. Returns whether that is done; `problem` says why not. */
  add({ tick, who, view }: Moment, note: string): Promise<boolean> {
    const wish = { key: randomId(), tick: Math.floor(tick), note, who, x: whole(view?.x), y: whole(view?.y) };
    return this.trying(async () => {
      const made = await this.shelf.addBookmark(wish);
      const others = (this.items.value ?? []).filter(({ id }) => id !== made.id);
      this.items.value = [...others, made].sort((a, b) => a.tick - b.tick || a.id - b.id);
    });
  }

  remove(number: number): Promise<boolean> {
    return this.trying(async () => {
      await this.shelf.removeBookmark(number);
      this.items.value = (this.items.value ?? []).filter(({ id }) => id !== number);
    });
  }

  private async trying(what: () => Promise<void>): Promise<boolean> {
    try {
      await what();
      this.problem.value = '';
      return true;
    } catch (error) {
      this.problem.value = error instanceof Error ? error.message : String(error);
      return false;
    }
  }
}

export function momentOf({ tick, who, x, y }: BookmarkView): Moment {
  return { tick, who, view: x === null || y === null ? null : { x, y } };
}

const whole = (length: number | undefined) => (length === undefined ? null : Math.max(0, Math.round(length)));
