/** Places that are closed, and residents who are put elsewhere: reducers, as `backend/domain/reduce/places.py`. */
import { change, unchanged, without, type Reducers } from './changing.ts';

export const PLACES = {
  place_closed: (town, { place, reason }, tick) => ({
    ...town,
    closures: { ...town.closures, [place]: { reason, since: tick } },
  }),

  place_opened: (town, { place }) => ({ ...town, closures: without(town.closures, place) }),
  found_shut: unchanged,
  resident_moved: (town, { resident, at }) => change(town, resident, { at, walk: null }),
} satisfies Partial<Reducers>;
