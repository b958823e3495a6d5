/** How residents feel, what they believe and want, and whose minds they have: reducers, as `backend/domain/reduce/inner_life.py`. */
import { change, known, unchanged, without, type Reducers } from './changing.ts';

export const INNER_LIFE = {
  body_changed: (town, { resident, energy, hunger, company, mood, because }, tick) =>
    change(town, resident, { body: { energy, hunger, company, mood, because, since: tick } }),

  believed: (town, event, tick) => {
    const { resident: id, belief, statement, confidence, about, who, memories } = event;
    const { beliefs } = known(town.residents[id], `resident ${id}`);
    if (confidence <= 0) return change(town, id, { beliefs: without(beliefs, belief) });
    const held = { statement, confidence, about, who, memories, since: tick };
    return change(town, id, { beliefs: { ...beliefs, [belief]: held } });
  },

  goal_set: (town, { resident: id, goal, text, status, memories }, tick) => {
    const { goals } = known(town.residents[id], `resident ${id}`);
    return change(town, id, { goals: { ...goals, [goal]: { text, status, memories, since: tick } } });
  },

  mind_set: (town, { resident, mind }) => {
    if (resident !== null) return change(town, resident, { mind });
    const residents = Object.entries(town.residents).map(([id, one]) => [id, { ...one, mind: null }] as const);
    return { ...town, mind, residents: Object.fromEntries(residents) };
  },

  followed: unchanged,
} satisfies Partial<Reducers>;
