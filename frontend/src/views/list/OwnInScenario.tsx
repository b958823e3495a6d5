/** Opens the form for a resident of one's own, to be saved in a scenario before a town is founded on it. */
import { useState } from 'preact/hooks';
import type { Catalogue } from '../../town/catalogue.ts';
import type { ScenarioSummary } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { OwnResident } from '../own/OwnResident.tsx';

interface Props {
  scenario: ScenarioSummary;
  catalogue: Catalogue;
  saved: (scenario: string) => void;
}

export function OwnInScenario({ scenario, catalogue, saved }: Props) {
  const [open, setOpen] = useState(false);
  const details = catalogue.details.value[scenario.hash ?? ''];
  if (details === undefined) return null;
  return (
    <p class="own-open">
      <button class="key" type="button" onClick={() => setOpen(true)}>
        ＋ {words().own.open}
      </button>
      {open && (
        <OwnResident
          scenario={details}
          town={null}
          close={() => setOpen(false)}
          saved={(made) => {
            void catalogue.look().then(() => saved(made.id));
          }}
        />
      )}
    </p>
  );
}
