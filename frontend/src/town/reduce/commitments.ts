/** What residents have promised each other: reducers, as `backend/domain/reduce/commitments.py`. */
import { known, type Reducers } from './changing.ts';
import type { Party, StateDocument } from '../generated.ts';

function settle(
  town: StateDocument,
  event: { commitment: string; resident: string; reason: string },
  tick: number,
  status: Party['status'],
  ground: string | null | undefined,
): StateDocument {
  const commitment = known(town.commitments[event.commitment], `commitment ${event.commitment}`);
  const before = commitment.parties[event.resident];
  const party: Party = {
    status,
    by: before?.by ?? event.resident,
    since: tick,
    reason: event.reason,
    ground: ground === undefined ? (before?.ground ?? null) : ground,
  };
  const parties = { ...commitment.parties, [event.resident]: party };
  return { ...town, commitments: { ...town.commitments, [event.commitment]: { ...commitment, parties } } };
}

export const COMMITMENTS = {
  offered: (town, { commitment: id, resident: host, to, what, arena, start, end, news }, tick) => {
    const first: Party = { status: 'accepted', by: host, since: tick, reason: '', ground: null };
    const made = town.commitments[id] ?? { id, host, what, arena, start, end, news, parties: { [host]: first } };
    const parties = { ...made.parties };
    for (const other of to) parties[other] ??= { status: 'asked', by: host, since: tick, reason: '', ground: null };
    return { ...town, commitments: { ...town.commitments, [id]: { ...made, parties } } };
  },

  offer_answered: (town, event, tick) =>
    settle(town, event, tick, event.accepted ? 'accepted' : 'declined', event.ground),

  commitment_settled: (town, event, tick) => settle(town, event, tick, event.how, undefined),
} satisfies Partial<Reducers>;
