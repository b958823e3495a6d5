/** What is written at each body on the map, and which rooms are lit. */
import type { Caption } from '../../scene/overlay.ts';
import type { Draft } from '../../town/dialogues.ts';
import type { StateDocument } from '../../town/generated.ts';
import { positionOf } from '../../town/reduce.ts';
import type { Setting } from '../../town/setting.ts';
import { words } from '../../words/language.ts';
import { doingWhere, emojiOf, VISIBLE_THOUGHTS } from '../../town/words.ts';

interface Looking {
  selected: string | null;
  drafts: Readonly<Record<string, Draft>>;
}

export function captionsOf(town: StateDocument, setting: Setting, { selected, drafts }: Looking): Map<string, Caption> {
  const thinking = new Set<string>();
  for (const { question, resident } of Object.values(town.questions)) {
    if (VISIBLE_THOUGHTS.has(question)) thinking.add(resident);
  }
  const captions = new Map<string, Caption>();
  for (const resident of Object.values(town.residents)) {
    const { id, action } = resident;
    captions.set(id, {
      name: setting.firstNameOf(id),
      doing: doingWhere(resident, town, setting),
      emoji: action === null && resident.talk === null ? '' : emojiOf(resident),
      thinking: thinking.has(id),
      draft: drafts[id]?.text ?? null,
      selected: id === selected,
    });
  }
  for (const { id, name, doing } of Object.values(town.visitors)) {
    const told = { doing: doing?.activity ?? words().telling.visiting, emoji: doing?.emoji ?? '' };
    captions.set(id, { name, ...told, thinking: false, draft: null, selected: false });
  }
  return captions;
}

/** The arenas in which somebody is awake at `tick`. */
export function litArenas(town: StateDocument, tick: number, setting: Setting): Set<string> {
  const lit = new Set<string>();
  for (const resident of Object.values(town.residents)) {
    if (resident.action?.asleep === true && resident.action.begun !== null) continue;
    const [x, y] = positionOf(resident, tick);
    const arena = setting.arenaAt(x, y);
    if (arena !== undefined) lit.add(arena);
  }
  for (const { at } of Object.values(town.visitors)) {
    const arena = setting.arenaAt(...at);
    if (arena !== undefined) lit.add(arena);
  }
  return lit;
}
