/** A town with all that it comes from and all their branches; read anew while it is looked at. */
import { signal } from '@preact/signals';
import type { Outcome } from '../actions.ts';
import { api } from '../api.ts';
import type { BranchView, BranchWish, InputView } from '../generated.ts';
import { Keys } from '../keys.ts';

/** Between two looks at how they go, in real milliseconds. */
const AGAIN_MS = 2500;

export type Made = { done: true; branch: BranchView } | { done: false; reason: string };

export class Family {
  /** The oldest first; empty until they are known. */
  readonly members = signal<readonly BranchView[]>([]);
  /** What directors did, the newest first; null until it is known. */
  readonly deeds = signal<readonly InputView[] | null>(null);
  /** Whether the family is looked at. */
  readonly open = signal(false);
  /** Why the newest look did not succeed, in words. */
  readonly problem = signal('');
  private readonly town: string;
  private readonly keys = new Keys();
  private asked = 0;

  constructor(town: string) {
    this.town = town;
  }

  /** Looks now, and again every few seconds. `deeds`: whether at what directors did, too. Returns what ends it. */
  watch(deeds: boolean): () => void {
    let [over, timer] = [false, undefined as ReturnType<typeof setTimeout> | undefined];
    const look = async () => {
      if (!document.hidden) await this.look(deeds);
      if (!over) timer = setTimeout(() => void look(), AGAIN_MS);
    };
    void look();
    return () => {
      over = true;
      clearTimeout(timer);
    };
  }

  async look(deeds = false): Promise<void> {
    const number = ++this.asked;
    try {
      const [members, done] = await Promise.all([
        api.branches(this.town),
        deeds ? api.interventionsOf(this.town) : this.deeds.peek(),
      ]);
      if (number !== this.asked) return;
      this.members.value = members;
      this.deeds.value = done;
      this.problem.value = '';
    } catch (error) {
      if (number === this.asked) this.problem.value = error instanceof Error ? error.message : String(error);
    }
  }

  /** A branch from the end of a tick, or from what there is now. */
  branch(tick: number | null, name: string): Promise<Made> {
    return this.make({ name: name === '' ? null : name, tick });
  }

  /** The same life without one thing that was done in it. */
  undo(input: number, name: string): Promise<Made> {
    return this.make({ name, undo: input });
  }

  rename(town: string, name: string): Promise<Outcome> {
    return this.attempt(() => api.change(town, { name }));
  }

  makeMain(town: string): Promise<Outcome> {
    return this.attempt(() => api.change(town, { main: true }));
  }

  /** Deletes a town; with all that branch off from it, where there are any. */
  drop(town: string): Promise<Outcome> {
    const alone = descendantsOf(town, this.members.peek()).length === 0;
    return this.attempt(() => (alone ? api.remove(town) : api.removeWithBranches(town)));
  }

  private async make(wish: BranchWish): Promise<Made> {
    try {
      const branch = await this.keys.send(wish, (key) => api.branch(this.town, { ...wish, key }));
      await this.look(this.deeds.peek() !== null);
      return { done: true, branch };
    } catch (error) {
      return { done: false, reason: error instanceof Error ? error.message : String(error) };
    }
  }

  private async attempt(what: () => Promise<unknown>): Promise<Outcome> {
    try {
      await what();
    } catch (error) {
      return { done: false, reason: error instanceof Error ? error.message : String(error) };
    }
    await this.look(this.deeds.peek() !== null);
    return { done: true };
  }
}

/** One of a family, and what branches off from it. */
export interface Node<Member = BranchView> {
  town: Member;
  children: readonly Node<Member>[];
}

/** What tells where a town stands in its family. */
interface OfAFamily {
  id: string;
  parent: string | null;
}

/** The family as a tree. What is left of a deleted town's branches stands beside the founded one. */
export function treeOf<Member extends OfAFamily>(members: readonly Member[]): readonly Node<Member>[] {
  const known = new Set(members.map(({ id }) => id));
  const under = (parent: string | null): Node<Member>[] =>
    members
      .filter((one) => (one.parent !== null && known.has(one.parent) ? one.parent : null) === parent)
      .map((town) => ({ town, children: under(town.id) }));
  return under(null);
}

/** All that branch off from a town, and from those. */
export function descendantsOf<Member extends OfAFamily>(town: string, members: readonly Member[]): readonly Member[] {
  return members
    .filter(({ parent }) => parent === town)
    .flatMap((child) => [child, ...descendantsOf(child.id, members)]);
}
