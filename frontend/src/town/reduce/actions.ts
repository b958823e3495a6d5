/** What residents do, and what becomes of things by it: reducers, as `backend/domain/reduce/actions.py`. */
import { change, known, positionOf, unchanged, type Reducers } from './changing.ts';

export const ACTIONS = {
  action_chosen: (town, event, tick) => {
    const { kind: _kind, resident: id, ...chosen } = event;
    const resident = known(town.residents[id], `resident ${id}`);
    const action = { ...chosen, chosen: tick, begun: null, until: null };
    if (event.block === null) return change(town, id, { action });
    const step = event.block === resident.block ? resident.step + 1 : 1;
    return change(town, id, { action, block: event.block, step });
  },

  action_begun: (town, event, tick) => {
    const resident = known(town.residents[event.resident], `resident ${event.resident}`);
    const action = known(resident.action, `action that ${event.resident} could begin`);
    return change(town, event.resident, {
      at: positionOf(resident, tick),
      walk: null,
      action: { ...action, begun: tick, until: event.until },
    });
  },

  action_ended: (town, event, tick) => {
    const resident = known(town.residents[event.resident], `resident ${event.resident}`);
    return change(town, event.resident, { at: positionOf(resident, tick), walk: null, action: null });
  },

  object_changed: (town, { object, state, by }, tick) => ({
    ...town,
    objects: { ...town.objects, [object]: { state, by, since: tick } },
  }),

  announced: unchanged,
} satisfies Partial<Reducers>;
