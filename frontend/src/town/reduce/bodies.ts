/** Where residents and visitors are: reducers, as `backend/domain/reduce/bodies.py`. */
import { change, known, unchanged, without, type Reducers } from './changing.ts';
import type { StateDocument, Visitor } from '../generated.ts';

function visit(town: StateDocument, id: string, changes: Partial<Visitor>): StateDocument {
  const visitor = known(town.visitors[id], `visitor ${id}`);
  return { ...town, visitors: { ...town.visitors, [id]: { ...visitor, ...changes } } };
}

export const BODIES = {
  walked: (town, event, tick) =>
    change(town, event.resident, {
      at: known(event.path[0], 'first tile'),
      walk: { path: event.path, start: tick },
    }),

  halted: (town, event) => change(town, event.resident, { at: event.at, walk: null }),
  met: unchanged,
  knocked: unchanged,

  let_in: (town, { guest, home, resident, until }) => ({
    ...town,
    welcomes: { ...town.welcomes, [guest]: { home, host: resident, until } },
  }),

  visitor_entered: (town, { visitor, name, looks, at }, tick) => ({
    ...town,
    visitors: { ...town.visitors, [visitor]: { id: visitor, name, looks, at, doing: null, emote: null, since: tick } },
  }),

  visitor_moved: (town, event) =>
    visit(town, event.visitor, { at: known(event.path.at(-1), 'last tile'), doing: null }),

  visitor_used: (town, { visitor, object, use, activity, emoji, pose, at }, tick) =>
    visit(town, visitor, { at, doing: { object, use, activity, emoji, pose, since: tick } }),

  visitor_stopped: (town, { visitor }) => visit(town, visitor, { doing: null }),
  emoted: (town, { visitor, emote, until }, tick) => visit(town, visitor, { emote: { emote, since: tick, until } }),
  visitor_left: (town, event) => ({ ...town, visitors: without(town.visitors, event.visitor) }),
} satisfies Partial<Reducers>;
