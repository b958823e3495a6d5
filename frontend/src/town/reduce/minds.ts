/** What minds are asked, and what they plan: reducers, as `backend/domain/reduce/minds.py`. */
import { change, known, without, type Reducers } from './changing.ts';
import type { Block, StateDocument } from '../generated.ts';

const closed = (town: StateDocument, event: { key: string }): StateDocument => ({
  ...town,
  questions: without(town.questions, event.key),
});

const isSame = (one: Block, other: Block): boolean =>
  one.start === other.start && one.activity === other.activity && one.arena === other.arena;

export const MINDS = {
  asked: (town, { key, question, resident, effect, about }, tick) => ({
    ...town,
    questions: { ...town.questions, [key]: { key, question, resident, tick, effect, about } },
  }),

  answered: closed,
  answer_lapsed: closed,

  day_planned: (town, { resident: id, day, blocks, because }, tick) => {
    const before = known(town.residents[id], `resident ${id}`);
    const plan = { day, made: tick, blocks, seq: town.seq };
    if (because === '' || before.plan === null) return change(town, id, { plan, block: -1, details: {}, step: 0 });
    const old = before.plan.blocks;
    const kept = Object.entries(before.details).filter(([number]) => {
      const [was, is] = [old[Number(number)], blocks[Number(number)]];
      return was !== undefined && is !== undefined && isSame(was, is);
    });
    return change(town, id, { plan, details: Object.fromEntries(kept) });
  },

  block_detailed: (town, event) => {
    const resident = known(town.residents[event.resident], `resident ${event.resident}`);
    return change(town, event.resident, {
      details: { ...resident.details, [String(event.block)]: event.actions },
      step: event.block === resident.block ? 0 : resident.step,
    });
  },
} satisfies Partial<Reducers>;
