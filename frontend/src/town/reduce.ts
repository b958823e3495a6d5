/**
 * Plays events onto a town's state, one function an event kind: the same reducer as `backend/domain/reduce/`, file by file.
 * A test holds both to equal states. Nothing but types and reducers is imported, so that Node can run these files as they
 * are.
 */
import type { EventKind, Recorded, StateDocument } from './generated.ts';
import { ACTIONS } from './reduce/actions.ts';
import { ARMING } from './reduce/arming.ts';
import { BODIES } from './reduce/bodies.ts';
import { Unknown, type Reducer, type Reducers } from './reduce/changing.ts';
import { COMMITMENTS } from './reduce/commitments.ts';
import { EMBODIMENT } from './reduce/embodiment.ts';
import { INNER_LIFE } from './reduce/innerLife.ts';
import { MEMORY } from './reduce/memory.ts';
import { MINDS } from './reduce/minds.ts';
import { PLACES } from './reduce/places.ts';
import { REQUESTS } from './reduce/requests.ts';
import { TALK } from './reduce/talk.ts';
import { TOWN } from './reduce/town.ts';

export { positionOf } from './reduce/changing.ts';

/** An event that does not fit the state it is played onto; the log was not read from where the state ends. */
export class UnplayableEvent extends Error {
  constructor(recorded: Recorded, problem: string) {
    super(`event ${recorded.seq} (${recorded.event.kind}) can't be played: ${problem}; read the town's state again`);
    this.name = 'UnplayableEvent';
  }
}

const REDUCERS: Reducers = {
  ...TOWN,
  ...BODIES,
  ...ACTIONS,
  ...MINDS,
  ...MEMORY,
  ...TALK,
  ...COMMITMENTS,
  ...INNER_LIFE,
  ...EMBODIMENT,
  ...REQUESTS,
  ...PLACES,
  ...ARMING,
};

/** The state after `recorded`, which must be the next event of the log. */
export function reduce(town: StateDocument, recorded: Recorded): StateDocument {
  const reducer = REDUCERS[recorded.event.kind] as Reducer<EventKind> | undefined;
  if (reducer === undefined) throw new UnplayableEvent(recorded, 'its kind is unknown to this page');
  try {
    const { event, tick, order, seq } = recorded;
    return reducer({ ...town, tick, order, seq }, event, tick);
  } catch (error) {
    if (error instanceof Unknown) throw new UnplayableEvent(recorded, error.message);
    throw error;
  }
}
