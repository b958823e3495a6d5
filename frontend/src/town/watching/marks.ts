/** Things that have just happened and are worth a look for a while: what the log tells, as the director's eye sees it. */
import type { Recorded, StateDocument } from '../generated.ts';

export type Happening =
  | 'news_told'
  | 'quarrel'
  | 'with_visitor'
  | 'visitor_came'
  | 'announced'
  | 'changed'
  | 'kept'
  | 'broken'
  | 'asked'
  | 'agreed'
  | 'knocked'
  | 'reached'
  | 'newcomer';

export interface Mark {
  what: Happening;
  tick: number;
  /** Who it is about, the one to look at first. */
  who: readonly string[];
  /** The object that it is about. */
  thing: string | null;
  /** The talk that it happened in. */
  talk: string | null;
}

/** How much each is worth while it is fresh, and for how many ticks it is so. */
export const WORTH: Readonly<Record<Happening, { score: number; ticks: number }>> = {
  news_told: { score: 38, ticks: 90 },
  quarrel: { score: 48, ticks: 90 },
  with_visitor: { score: 62, ticks: 30 },
  visitor_came: { score: 55, ticks: 30 },
  announced: { score: 34, ticks: 30 },
  changed: { score: 52, ticks: 60 },
  kept: { score: 34, ticks: 36 },
  broken: { score: 30, ticks: 36 },
  asked: { score: 36, ticks: 48 },
  agreed: { score: 32, ticks: 36 },
  knocked: { score: 24, ticks: 18 },
  reached: { score: 32, ticks: 36 },
  newcomer: { score: 50, ticks: 60 },
};

/** Closeness lost at once that is more than a dull talk. */
const HURT = 0.02;

/** The mark of an event; null for what is not worth a look of its own. `before` is the town as it was until then. */
export function markOf({ tick, event }: Recorded, before: StateDocument): Mark | null {
  const mark = (what: Happening, who: readonly string[], more: Partial<Mark> = {}): Mark => ({
    what,
    tick,
    who,
    thing: null,
    talk: null,
    ...more,
  });
  switch (event.kind) {
    case 'said': {
      const guest = [event.speaker, ...event.to].find((id) => id.startsWith('visitor:'));
      const residents = [event.speaker, ...event.to].filter((id) => id in before.residents);
      if (guest !== undefined && residents.length > 0) return mark('with_visitor', [...residents, guest]);
      return event.tells.length > 0 ? mark('news_told', [event.speaker, ...event.to], { talk: event.talk }) : null;
    }
    case 'relationship_changed': {
      const was = before.residents[event.resident]?.relationships[event.other]?.closeness ?? 0;
      return event.closeness < was - HURT ? mark('quarrel', [event.resident, event.other]) : null;
    }
    case 'visitor_entered':
      return mark('visitor_came', [event.visitor]);
    case 'resident_added':
      return mark('newcomer', [event.resident]);
    case 'announced': {
      const awake = Object.values(before.residents).find(({ action }) => action?.asleep !== true);
      return awake === undefined ? null : mark('announced', [awake.id]);
    }
    case 'object_changed':
      return event.by === null || event.by.startsWith('visitor:') ? mark('changed', [], { thing: event.object }) : null;
    case 'commitment_settled':
      return mark(event.how, [event.resident]);
    case 'offered':
      return event.to.length > 0 ? mark('asked', [event.resident, ...event.to], { talk: event.talk }) : null;
    case 'offer_answered':
      return event.accepted ? mark('agreed', [event.resident], { talk: event.talk }) : null;
    case 'knocked':
      return mark('knocked', [event.resident]);
    case 'goal_set':
      return event.status === 'reached' ? mark('reached', [event.resident]) : null;
    default:
      return null;
  }
}

/** Those of `marks` that are still fresh at `tick`. */
export function fresh(marks: readonly Mark[], tick: number): Mark[] {
  return marks.filter((mark) => mark.tick <= tick && tick - mark.tick < WORTH[mark.what].ticks);
}

/** Between 1, just now, and 0, over. */
export function freshness(mark: Mark, tick: number): number {
  return Math.max(0, 1 - (tick - mark.tick) / WORTH[mark.what].ticks);
}
