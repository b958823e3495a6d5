/** Who somebody new is: name, temper, home, work, whom it knows and what it wants. */
import { useState } from 'preact/hooks';
import type { ScenarioView } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import {
  BONDS,
  homesOf,
  MOST_LIKES,
  MOST_TRAITS,
  sitesOf,
  workplacesOf,
  type Bond,
  type Draft,
  type MadeUp,
} from './draft.ts';

interface Props {
  scenario: ScenarioView;
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  madeUp: MadeUp;
}

export function LifeFields({ scenario, draft, change, madeUp }: Props) {
  const says = words().own;
  const note = (part: Parameters<MadeUp['has']>[0]) => (madeUp.has(part) ? says.madeUp : undefined);
  return (
    <div class="own-life">
      <Field label={says.name} class="whole" note={note('name')}>
        {(id) => (
          <input
            id={id}
            value={draft.name}
            maxLength={60}
            required
            placeholder={says.nameExample}
            onInput={(event) => change({ name: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={says.age} note={note('age')}>
        {(id) => (
          <input
            id={id}
            type="number"
            min={1}
            max={120}
            value={draft.age}
            onInput={(event) => change({ age: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={says.pronouns} note={note('pronouns')}>
        {(id) => (
          <select id={id} value={draft.pronouns} onChange={(event) => change({ pronouns: event.currentTarget.value })}>
            {Object.entries(says.pronounChoices).map(([pronouns, word]) => (
              <option key={pronouns} value={pronouns}>
                {word}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Temper draft={draft} change={change} note={note('traits')} />
      <Field label={says.home} class="whole" note={note('home')}>
        {(id) => (
          <select id={id} value={draft.home} onChange={(event) => change({ home: event.currentTarget.value })}>
            {homesOf(scenario).map(({ name, people }) => (
              <option key={name} value={name}>
                {name}, {says.withWhom(people.join(', '))}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label={says.workplace} note={note('job')}>
        {(id) => (
          <select
            id={id}
            value={draft.workplace}
            onChange={(event) => change({ workplace: event.currentTarget.value })}
          >
            <option value="">{says.noWork}</option>
            {workplacesOf(scenario).map(({ sector, rooms }) => (
              <optgroup key={sector} label={sector}>
                {rooms.map((room) => (
                  <option key={room} value={room}>
                    {room.replace(':', ', ')}
                  </option>
                ))}
              </optgroup>
            ))}
          </select>
        )}
      </Field>
      <Field label={says.job}>
        {(id) => (
          <input
            id={id}
            value={draft.job}
            maxLength={60}
            disabled={draft.workplace === ''}
            placeholder={says.jobExample}
            onInput={(event) => change({ job: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={says.wants} class="whole" note={note('wants')}>
        {(id) => (
          <textarea
            id={id}
            rows={2}
            maxLength={300}
            required
            value={draft.wants}
            placeholder={says.wantsExample}
            onInput={(event) => change({ wants: event.currentTarget.value })}
          />
        )}
      </Field>
      <Field label={says.about} class="whole" note={note('about')}>
        {(id) => (
          <textarea
            id={id}
            rows={2}
            maxLength={600}
            value={draft.about}
            placeholder={says.aboutExample}
            onInput={(event) => change({ about: event.currentTarget.value })}
          />
        )}
      </Field>
      <Likes scenario={scenario} draft={draft} change={change} />
      <Field label={says.wake} note={note('wake')}>
        {(id) => (
          <input
            id={id}
            type="time"
            required
            value={draft.wake}
            onInput={(event) => change({ wake: event.currentTarget.value })}
          />
        )}
      </Field>
      <Bonds scenario={scenario} draft={draft} change={change} />
    </div>
  );
}

interface PartProps extends Omit<Props, 'madeUp'> {
  note?: string | undefined;
}

function Temper({ draft, change, note }: Omit<PartProps, 'scenario'>) {
  const says = words().own;
  // Words of a mind or a file that are not among those offered here can be taken off, too.
  const others = draft.traits.filter((trait) => !(trait in says.traits));
  const [kept] = useState(() => new Set<string>());
  others.forEach((trait) => kept.add(trait));
  const toggle = (trait: string) => {
    const rest = draft.traits.filter((one) => one !== trait);
    const is = rest.length < draft.traits.length;
    change({ traits: is ? rest : [...rest, trait].slice(-MOST_TRAITS) });
  };
  return (
    <fieldset class="whole">
      <legend>
        {says.temper} <small class="note">{note ?? says.temperHelp}</small>
      </legend>
      <div class="chips">
        {[...Object.entries(says.traits), ...[...kept].map((trait) => [trait, trait] as const)].map(([trait, word]) => (
          <button
            key={trait}
            class="chip"
            type="button"
            aria-pressed={draft.traits.includes(trait)}
            onClick={() => toggle(trait)}
          >
            {word}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Likes({ scenario, draft, change }: PartProps) {
  const says = words().own;
  const toggle = (site: string) => {
    const rest = draft.likes.filter((one) => one !== site);
    const is = rest.length < draft.likes.length;
    change({ likes: is ? rest : [...rest, site].slice(-MOST_LIKES) });
  };
  return (
    <fieldset class="whole">
      <legend>
        {says.likes} <small class="note">{says.likesHelp}</small>
      </legend>
      <div class="chips">
        {sitesOf(scenario).map((site) => (
          <button
            key={site}
            class="chip"
            type="button"
            aria-pressed={draft.likes.includes(site)}
            onClick={() => toggle(site)}
          >
            {site}
          </button>
        ))}
      </div>
    </fieldset>
  );
}

function Bonds({ scenario, draft, change }: PartProps) {
  const says = words().own;
  return (
    <details class="whole" open>
      <summary>{says.knows}</summary>
      <div class="own-bonds">
        {scenario.residents.map((person) => (
          <label key={person.id}>
            <span>{person.name}</span>
            <select
              aria-label={says.bondWith(person.name)}
              value={draft.bonds[person.id] ?? 'none'}
              onChange={(event) =>
                change({ bonds: { ...draft.bonds, [person.id]: event.currentTarget.value as Bond } })
              }
            >
              {BONDS.map((bond) => (
                <option key={bond} value={bond}>
                  {says.bonds[bond]}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </details>
  );
}
