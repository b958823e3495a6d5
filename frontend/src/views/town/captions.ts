/** What is written at each body on the map, and which rooms are lit. */
import type { Caption, Captions } from '../../scene/overlay.ts';
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

/** Of everybody in town; each caption is put into words when it is first asked for, as most of a crowd's never are. */
export function captionsOf(town: StateDocument, setting: Setting, { selected, drafts }: Looking): Captions {
  const { residents, visitors, questions } = town;
  const { visiting } = words().telling;
  const thinking = new Set<string>();
  for (const { question, resident } of Object.values(questions)) {
    if (VISIBLE_THOUGHTS.has(question)) thinking.add(resident);
  }
  const write = (id: string): Caption | undefined => {
    const resident = residents[id];
    if (resident !== undefined) {
      return {
        name: setting.firstNameOf(id),
        doing: doingWhere(resident, town, setting),
        emoji: resident.action === null && resident.talk === null ? '' : emojiOf(resident),
        thinking: thinking.has(id),
        draft: drafts[id]?.text ?? null,
        selected: id === selected,
      };
    }
    const visitor = visitors[id];
    if (visitor === undefined) return undefined;
    const { name, doing } = visitor;
    const told = { doing: doing?.activity ?? visiting, emoji: doing?.emoji ?? '' };
    return { name, ...told, thinking: false, draft: null, selected: false };
  };
  const written = new Map<string, Caption | undefined>();
  return {
    selected,
    has: (id) => id in residents || id in visitors,
    get(id) {
      if (!written.has(id)) written.set(id, write(id));
      return written.get(id);
    },
  };
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
