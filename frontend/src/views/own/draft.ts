/** What is filled in of somebody new, and what it becomes for the server. */
import type { ResidentForm, ScenarioView } from '../../town/generated.ts';
import type { Words } from '../../words/en/index.ts';

export interface Draft {
  name: string;
  age: string;
  pronouns: string;
  looks: { skin: string; hair: string; hair_style: string; top: string; bottom: string; extras: string[] };
  traits: string[];
  /** Name of a sector. */
  home: string;
  /** "The Blue Kettle:main room"; empty is nowhere. */
  workplace: string;
  job: string;
  /** By resident. */
  bonds: Record<string, Bond>;
  wants: string;
}

export type Bond = 'none' | 'little' | 'friend' | 'close' | 'foe';

const CLOSENESS: Record<Exclude<Bond, 'none'>, number> = { little: 0.1, friend: 0.4, close: 0.7, foe: -0.4 };
export const BONDS: readonly Bond[] = ['none', 'little', 'friend', 'close', 'foe'];
export const MOST_TRAITS = 4;

/** Homes with room for one more, by name: whoever lives there is told beside it. */
export function homesOf(scenario: ScenarioView): { name: string; people: string[] }[] {
  return scenario.sectors
    .filter(({ private: closed, residents }) => closed && residents.length > 0)
    .map(({ name, residents }) => ({ name, people: residents.map((id) => firstName(scenario, id)) }));
}

/** Rooms that are nobody's home, as files name them, grouped by what they are in. */
export function workplacesOf(scenario: ScenarioView): { sector: string; rooms: string[] }[] {
  return scenario.sectors
    .filter(({ private: closed }) => !closed)
    .map(({ id, name }) => ({
      sector: name,
      rooms: scenario.arenas.filter(({ sector }) => sector === id).map((arena) => `${name}:${arena.name}`),
    }));
}

function firstName(scenario: ScenarioView, id: string): string {
  return scenario.residents.find((person) => person.id === id)?.name.split(' ')[0] ?? id;
}

export function emptyDraft(scenario: ScenarioView, words: Words['own'], chance: () => number = Math.random): Draft {
  return {
    name: '',
    age: '30',
    pronouns: 'they/them/their',
    looks: surprising(words, chance),
    traits: [],
    home: homesOf(scenario)[0]?.name ?? '',
    workplace: '',
    job: '',
    bonds: {},
    wants: '',
  };
}

export function surprising(words: Words['own'], chance: () => number = Math.random): Draft['looks'] {
  const one = (table: Readonly<Record<string, string>>) => {
    const names = Object.keys(table);
    return names[Math.floor(chance() * names.length)] ?? '';
  };
  return {
    skin: one(words.skin),
    hair: one(words.hair),
    hair_style: one(words.hairStyle),
    top: one(words.cloth),
    bottom: one(words.cloth),
    extras: chance() < 0.5 ? [one(words.worn)] : [],
  };
}

/** Whether there is enough of it to be looked at. */
export const isPromising = ({ name, home, wants }: Draft) => name.trim() !== '' && home !== '' && wants.trim() !== '';

export function formOf(draft: Draft): ResidentForm {
  const knows = Object.entries(draft.bonds).flatMap(([id, bond]) => (bond === 'none' ? [] : [[id, CLOSENESS[bond]]]));
  return {
    name: draft.name.trim(),
    age: Number(draft.age),
    pronouns: draft.pronouns,
    looks: draft.looks,
    traits: draft.traits.length > 0 ? draft.traits : ['curious'],
    home: draft.home,
    job:
      draft.workplace === '' || draft.job.trim() === ''
        ? null
        : { title: draft.job.trim(), workplace: draft.workplace },
    knows: Object.fromEntries(knows) as Record<string, number>,
    wants: draft.wants.trim(),
  };
}
