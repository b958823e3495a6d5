/** Visitors who act for residents: reducers, as `backend/domain/reduce/embodiment.py`. */
import { change, type Reducers } from './changing.ts';

export const EMBODIMENT = {
  stepped_into: (town, { resident, visitor, name }, tick) =>
    change(town, resident, { stand_in: { visitor, name, since: tick } }),

  stepped_out: (town, { resident }) => change(town, resident, { stand_in: null }),
} satisfies Partial<Reducers>;
