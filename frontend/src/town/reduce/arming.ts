/** What waits for a condition, and what becomes of it: reducers, as `backend/domain/reduce/arming.py`. */
import type {
  Armed,
  ArmedIntervention,
  ConditionMet,
  Disarmed,
  Expired,
  Fired,
  Misfired,
  StateDocument,
} from '../generated.ts';

/** So many of the last that wait no more are kept in view. */
const MOST_SPENT = 12;

const WAITING = { met: null, who: null, ended: null, how: null, reason: '', error: '' } as const;

export const ARMING = {
  armed: (town: StateDocument, { armed: id, when, do: deed, by, until }: Armed, tick: number): StateDocument => ({
    ...town,
    armed: { ...town.armed, [id]: { id, when, do: deed, by, since: tick, until, ...WAITING } },
  }),

  condition_met: (town: StateDocument, { armed, who }: ConditionMet, tick: number): StateDocument => {
    const one = town.armed[armed];
    return one === undefined ? town : { ...town, armed: { ...town.armed, [armed]: { ...one, met: tick, who } } };
  },

  fired: (town: StateDocument, { armed }: Fired, tick: number): StateDocument =>
    ended(town, armed, { ended: tick, how: 'fired' }),

  misfired: (town: StateDocument, { armed, error, reason }: Misfired): StateDocument => {
    const one = town.spent[armed];
    if (one === undefined) return town;
    return { ...town, spent: { ...town.spent, [armed]: { ...one, how: 'failed', error, reason } } };
  },

  expired: (town: StateDocument, { armed }: Expired, tick: number): StateDocument =>
    ended(town, armed, { ended: tick, how: 'expired' }),

  disarmed: (town: StateDocument, { armed, by }: Disarmed, tick: number): StateDocument =>
    ended(town, armed, { ended: tick, how: 'cancelled', reason: by }),
};

function ended(town: StateDocument, id: string, changes: Partial<ArmedIntervention>): StateDocument {
  const { [id]: one, ...waiting } = town.armed;
  if (one === undefined) return town;
  const spent = Object.entries({ ...town.spent, [id]: { ...one, ...changes } }).slice(-MOST_SPENT);
  return { ...town, armed: waiting, spent: Object.fromEntries(spent) };
}
