/** What is filled in of somebody new, and what it becomes for the server. */
import type { ResidentForm, ScenarioView, SketchView } from '../../town/generated.ts';
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
  /** Who it is, in a few sentences; empty: made of the rest. */
  about: string;
  /** Names of sectors. */
  likes: string[];
  /** "07:00". */
  wake: string;
}

/** What a mind has made up, since nobody said it. */
export type MadeUp = ReadonlySet<SketchView['said'][number]>;

export type Bond = 'none' | 'little' | 'friend' | 'close' | 'foe';

const CLOSENESS: Record<Exclude<Bond, 'none'>, number> = { little: 0.1, friend: 0.4, close: 0.7, foe: -0.4 };
export const BONDS: readonly Bond[] = ['none', 'little', 'friend', 'close', 'foe'];
export const MOST_TRAITS = 4;
export const MOST_LIKES = 3;

/** Homes with room for one more, by name: whoever lives there is told beside it. */
export function homesOf(scenario: ScenarioView): { name: string; people: string[] }[] {
  return scenario.sectors
    .filter(({ private: closed, residents }) => closed && residents.length > 0)
    .map(({ name, residents }) => ({ name, people: residents.map((id) => firstName(scenario, id)) }));
}

/** What is nobody's home, by name. */
export const sitesOf = (scenario: ScenarioView): string[] =>
  scenario.sectors.filter(({ private: closed }) => !closed).map(({ name }) => name);

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
    about: '',
    likes: [],
    wake: '07:00',
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
    about: draft.about.trim(),
    likes: draft.likes,
    wake: draft.wake,
  };
}

/** The draft that a form tells of. */
export function draftOf(form: ResidentForm, empty: Draft): Draft {
  const { looks, job } = form;
  return {
    name: form.name,
    age: String(form.age ?? empty.age),
    pronouns: form.pronouns ?? empty.pronouns,
    looks: { ...empty.looks, ...looks, extras: [...(looks?.extras ?? [])] },
    traits: [...(form.traits ?? [])],
    home: form.home,
    workplace: job?.workplace ?? '',
    job: job?.title ?? '',
    bonds: Object.fromEntries(Object.entries(form.knows ?? {}).map(([id, closeness]) => [id, bondAt(closeness)])),
    wants: form.wants,
    about: form.about ?? '',
    likes: [...(form.likes ?? [])],
    wake: form.wake ?? empty.wake,
  };
}

/** The word for how close two are. */
export function bondAt(closeness: number): Bond {
  const off = (bond: Exclude<Bond, 'none'>) => Math.abs(CLOSENESS[bond] - closeness);
  return (Object.keys(CLOSENESS) as Exclude<Bond, 'none'>[]).reduce((best, bond) =>
    off(bond) < off(best) ? bond : best,
  );
}

/** Which parts of a form a change of the draft touches: what somebody has written is made up no more. */
export function partsOf(change: Partial<Draft>): SketchView['said'] {
  const parts: Record<keyof Draft, SketchView['said'][number]> = {
    name: 'name',
    age: 'age',
    pronouns: 'pronouns',
    looks: 'looks',
    traits: 'traits',
    home: 'home',
    workplace: 'job',
    job: 'job',
    bonds: 'knows',
    wants: 'wants',
    about: 'about',
    likes: 'likes',
    wake: 'wake',
  };
  return (Object.keys(change) as (keyof Draft)[]).map((key) => parts[key]);
}
