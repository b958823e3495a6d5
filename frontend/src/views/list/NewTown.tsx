/** Founds a town: choose a scenario by its people, and say how it begins. */
import { useState } from 'preact/hooks';
import { foundTown } from '../../town/actions.ts';
import type { Catalogue } from '../../town/catalogue.ts';
import type { MindChoice, ScenarioSummary } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { Picture } from '../Picture.tsx';
import { Portrait } from '../Portrait.tsx';
import { MindCost } from './MindCost.tsx';
import { OwnInScenario } from './OwnInScenario.tsx';
import { go, pathOf } from '../routes.ts';

/** So many fit beside a card's picture. */
const FACES = 6;

export function NewTown({ catalogue }: { catalogue: Catalogue }) {
  const { founding } = words().lobby;
  const scenarios = catalogue.scenarios.value;
  const [chosen, setChosen] = useState<string | null>(null);
  const sound = scenarios?.filter((scenario) => scenario.faults.length === 0) ?? [];
  const scenario = sound.find(({ id }) => id === chosen) ?? sound[0];
  return (
    <section aria-labelledby="new-title">
      <h2 id="new-title">{founding.title}</h2>
      {scenarios === null && <p class="quiet">{founding.reading}</p>}
      {scenarios?.length === 0 && <p class="quiet">{founding.none}</p>}
      <div class="scenario-cards" role="radiogroup" aria-label={founding.scenario}>
        {scenarios?.map((one) => (
          <ScenarioCard
            key={one.id}
            scenario={one}
            catalogue={catalogue}
            chosen={one.id === scenario?.id}
            choose={() => setChosen(one.id)}
          />
        ))}
      </div>
      {scenario !== undefined && <p class="summary">{scenario.summary}</p>}
      {scenario !== undefined && (
        <OwnInScenario key={`own ${scenario.id}`} scenario={scenario} catalogue={catalogue} saved={setChosen} />
      )}
      {scenario !== undefined && <Founding key={scenario.id} scenario={scenario} />}
    </section>
  );
}

interface CardProps {
  scenario: ScenarioSummary;
  catalogue: Catalogue;
  chosen: boolean;
  choose: () => void;
}

function ScenarioCard({ scenario, catalogue, chosen, choose }: CardProps) {
  const { hash, title, faults } = scenario;
  const people = catalogue.details.value[hash ?? '']?.residents ?? [];
  const [fault] = faults;
  return (
    <button
      class="scenario-card"
      type="button"
      role="radio"
      aria-checked={chosen}
      disabled={fault !== undefined}
      onClick={choose}
    >
      <Picture hash={hash} hour={12} />
      <strong>{title}</strong>
      <span class="faces">
        {people.slice(0, FACES).map((person) => (
          <Portrait key={person.id} hash={hash ?? ''} resident={person.id} size={28} />
        ))}
        {people.length > FACES && (
          <span class="quiet">
            +{people.length - FACES}
            <span class="unseen"> {words().lobby.founding.moreResidents}</span>
          </span>
        )}
      </span>
      {fault !== undefined && (
        <span class="wrong">
          {fault.file}: {fault.message} {fault.remedy}
        </span>
      )}
    </button>
  );
}

function Founding({ scenario }: { scenario: ScenarioSummary }) {
  const { lobby, telling } = words();
  const { founding } = lobby;
  const [name, setName] = useState('');
  const [seed, setSeed] = useState('');
  const [mind, setMind] = useState<MindChoice>('rules');
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const found = async () => {
    setBusy(true);
    setReason('');
    const outcome = await foundTown({
      scenario: scenario.id,
      mind,
      ...(name.trim() === '' ? {} : { name: name.trim() }),
      ...(seed === '' ? {} : { seed: Number(seed) }),
    });
    setBusy(false);
    if (outcome.done) go(pathOf(outcome.town.id));
    else setReason(outcome.reason);
  };
  return (
    <>
      <form
        id="founding"
        class="founding"
        onSubmit={(event) => {
          event.preventDefault();
          void found();
        }}
      >
        <Field label={founding.name}>
          {(id) => (
            <input
              id={id}
              value={name}
              maxLength={40}
              placeholder={scenario.title}
              onInput={(e) => setName(e.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={founding.seed}>
          {(id) => (
            <input
              id={id}
              title={founding.seedHelp}
              value={seed}
              inputMode="numeric"
              pattern="[0-9]{1,15}"
              placeholder={founding.byChance}
              onInput={(e) => setSeed(e.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={founding.mind} class="whole">
          {(id) => (
            <select id={id} value={mind} onChange={(event) => setMind(event.currentTarget.value as MindChoice)}>
              {Object.entries(telling.minds).map(([choice, mind]) => (
                <option key={choice} value={choice}>
                  {mind.label}
                </option>
              ))}
            </select>
          )}
        </Field>
        <MindCost mind={mind} residents={scenario.residents} chooseBuiltIn={() => setMind('rules')} />
        {reason !== '' && (
          <p class="wrong whole" role="alert">
            {reason}
          </p>
        )}
      </form>
      {/* Kept in sight: whoever wants no more than a town need not scroll past what else there is to choose. */}
      <div class="found-bar">
        <button class="cta" form="founding" disabled={busy}>
          {busy ? founding.busy : founding.found(name.trim() || scenario.title)}
        </button>
      </div>
    </>
  );
}
