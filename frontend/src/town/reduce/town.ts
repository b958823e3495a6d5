/** What a town is and who lives in it: reducers, as `backend/domain/reduce/town.py`. */
import { change, known, without, type Reducers } from './changing.ts';
import type { Acquaintance, Relationship, Resident, StateDocument, Tile } from '../generated.ts';

/** Somebody who has just come to live in the town. */
function arrived(id: string, at: Tile, relationships: Resident['relationships']): Resident {
  const body = { energy: 80, hunger: 40, company: 50, mood: 50, because: '', since: 0 };
  const idle = {
    walk: null,
    action: null,
    plan: null,
    block: -1,
    details: {},
    step: 0,
    talk: null,
    mind: null,
    stand_in: null,
  };
  return { id, at, ...idle, relationships, body, beliefs: {}, goals: {} };
}

export const TOWN = {
  town_founded: (town, { mind }) => ({ ...town, mind: mind === 'model' || mind === 'auto' ? mind : 'rules' }),

  resident_added: (town, { resident: id, newcomer, at }, tick) => {
    const acquainted = ({ knows_name, closeness, note }: Acquaintance): Relationship => ({
      knows_name,
      name: null,
      closeness,
      note,
      talked: null,
    });
    const acquaintances = Object.fromEntries(newcomer.persona.knows.map((one) => [one.other, acquainted(one)]));
    const added = { ...town, newcomers: { ...town.newcomers, [id]: newcomer } };
    const settled: StateDocument = {
      ...added,
      residents: { ...town.residents, [id]: arrived(id, at, acquaintances) },
      objects:
        newcomer.bed === null
          ? town.objects
          : { ...town.objects, [newcomer.bed.id]: { state: newcomer.bed.initial ?? 'idle', by: null, since: tick } },
    };
    return newcomer.known_by.reduce((now, one) => {
      const { relationships } = known(now.residents[one.other], `resident ${one.other}`);
      return change(now, one.other, { relationships: { ...relationships, [id]: acquainted(one) } });
    }, settled);
  },

  resident_removed: (town, { resident: id, at }, tick) => ({
    ...town,
    departed: { ...town.departed, [id]: { since: tick, at } },
    residents: without(town.residents, id),
    welcomes: without(town.welcomes, id),
  }),

  persona_edited: (town, { resident: id, edit }) => {
    const before = town.persona_edits[id] ?? { age: null, traits: null, about: null, currently: null, greeting: null };
    const changes = Object.fromEntries(Object.entries(edit).filter(([, value]) => value !== null));
    return { ...town, persona_edits: { ...town.persona_edits, [id]: { ...before, ...changes } } };
  },

  weather_changed: (town, { weather }) => ({ ...town, weather }),
} satisfies Partial<Reducers>;
