/** What is asked of the game master: reducers, as `backend/domain/reduce/requests.py`. */
import { type Reducers } from './changing.ts';
import type { AskedFor, StateDocument } from '../generated.ts';

/** So many of the last requests to the game master are kept in view. */
const MOST_REQUESTS = 12;

/** A request of long ago may be out of view. */
function asking(town: StateDocument, id: string, changes: Partial<AskedFor>): StateDocument {
  const asked = town.requests[id];
  if (asked === undefined) return town;
  return { ...town, requests: { ...town.requests, [id]: { ...asked, ...changes } } };
}

export const REQUESTS = {
  requested: (town, { request: id, text, by, at_once }, tick) => {
    const waiting = { verdict: null, reason: '', effects: [], carried_out: null, carried_out_by: '' };
    const all = { ...town.requests, [id]: { id, text, by, at_once, tick, ...waiting } };
    return { ...town, requests: Object.fromEntries(Object.entries(all).slice(-MOST_REQUESTS)) };
  },

  request_judged: (town, { request, verdict, reason, effects }) => asking(town, request, { verdict, reason, effects }),

  request_carried_out: (town, { request, by }, tick) =>
    asking(town, request, { carried_out: tick, carried_out_by: by }),
} satisfies Partial<Reducers>;
