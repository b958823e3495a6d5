/** Talks, and what people are to each other by them: reducers, as `backend/domain/reduce/talk.py`. */
import { change, known, relate, without, type Reducers } from './changing.ts';
import type { Line, StateDocument } from '../generated.ts';

export const TALK = {
  talk_started: (town, { talk: id, participants, arena, cause }, tick) => {
    const talk = { id, participants, arena, started: tick, cause, lines: [] };
    const begun = { ...town, talks: { ...town.talks, [id]: talk } };
    return participants.reduce((after, one) => change(after, one, { talk: id }), begun);
  },

  said: (town, event, tick) => {
    if (event.talk === null) return town;
    const talk = known(town.talks[event.talk], `talk ${event.talk}`);
    const line: Line = { speaker: event.speaker, text: event.text, tick, ends: event.ends, seq: town.seq };
    return { ...town, talks: { ...town.talks, [event.talk]: { ...talk, lines: [...talk.lines, line] } } };
  },

  talk_ended: (town, event, tick) => {
    const { participants } = known(town.talks[event.talk], `talk ${event.talk}`);
    let after: StateDocument = { ...town, talks: without(town.talks, event.talk) };
    for (const one of participants) {
      after = change(after, one, { talk: null });
      for (const other of participants) if (other !== one) after = relate(after, one, other, { talked: tick });
    }
    return after;
  },

  name_learned: (town, { resident, other, name }) => relate(town, resident, other, { knows_name: true, name }),

  relationship_changed: (town, { resident, other, closeness, note }) =>
    relate(town, resident, other, { closeness, note }),

  talk_joined: (town, { talk: id, resident }) => {
    const talk = known(town.talks[id], `talk ${id}`);
    const joined = { ...talk, participants: [...talk.participants, resident] };
    return change({ ...town, talks: { ...town.talks, [id]: joined } }, resident, { talk: id });
  },

  talk_left: (town, { talk: id, resident }, tick) => {
    const talk = known(town.talks[id], `talk ${id}`);
    const participants = talk.participants.filter((one) => one !== resident);
    let after = change({ ...town, talks: { ...town.talks, [id]: { ...talk, participants } } }, resident, {
      talk: null,
    });
    for (const other of participants) {
      after = relate(after, resident, other, { talked: tick });
      after = relate(after, other, resident, { talked: tick });
    }
    return after;
  },
} satisfies Partial<Reducers>;
