/** The director's palette: everything that one can do to the town, to be searched, and a form for what is chosen. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { conditionOf } from '../../town/direct/condition.ts';
import { isMeant } from '../../town/direct/form.ts';
import { lookWhatIsOffered, notOffered, offered, type Offered } from '../../town/direct/offered.ts';
import type { InterventionKind } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { MoveIn } from '../own/MoveIn.tsx';
import { useDesk } from '../town/desk.ts';
import { whenText } from './conditionText.ts';
import { GameMaster } from './GameMaster.tsx';
import { InterventionForm } from './InterventionForm.tsx';
import { StepInto } from './StepInto.tsx';
import { Waiting } from './Waiting.tsx';

const FAMILIES = ['world', 'minds', 'people'] as const;
/** What has a form of its own. */
const OWN_FORMS: Partial<Record<InterventionKind, (sign: string) => preact.ComponentChild>> = {
  add_resident: () => <MoveIn />,
  request: (sign) => <GameMaster sign={sign} />,
  step_into: (sign) => <StepInto sign={sign} />,
};

export function Palette() {
  const desk = useDesk();
  const says = words().palette;
  useEffect(() => void lookWhatIsOffered(), []);
  const setting = desk.store.setting.value;
  const all = offered.value;
  const top = useTurning(desk.intervention.value);
  if (notOffered.value !== '') {
    return (
      <p class="wrong" role="alert">
        {notOffered.value}
      </p>
    );
  }
  if (all === null || setting === null) return <p class="quiet">{says.looking}</p>;
  const chosen = all.find(({ id }) => id === desk.intervention.value);
  return (
    <div class="director" ref={top}>
      {chosen === undefined ? (
        <>
          <Waiting isOpen={false} />
          <Awaiting />
          <Search all={all} />
        </>
      ) : (
        <>
          <button class="plain back" type="button" onClick={() => (desk.intervention.value = null)}>
            ← {says.back}
          </button>
          {OWN_FORMS[chosen.id]?.(chosen.emoji) ?? (
            <InterventionForm key={chosen.id} chosen={chosen} setting={setting} />
          )}
        </>
      )}
      {chosen !== undefined && <Waiting isOpen />}
    </div>
  );
}

/** A form is seen from its top, and closed again one is where one was: so is the keyboard. */
function useTurning(chosen: string | null) {
  const top = useRef<HTMLDivElement>(null);
  const before = useRef(chosen);
  useEffect(() => {
    const left = before.current;
    before.current = chosen;
    if (left === chosen || top.current === null) return;
    const there = chosen === null ? `[data-kind='${left ?? ''}']` : '.back';
    if (chosen !== null) top.current.closest('.scrolls')?.scrollTo(0, 0);
    top.current.querySelector<HTMLElement>(there)?.focus();
  }, [chosen]);
  return top;
}

/** What the next thing is to wait for. */
function Awaiting() {
  const desk = useDesk();
  const says = words().arming;
  const awaited = desk.awaited.value;
  const when = awaited === null ? null : conditionOf(awaited.kind, awaited.values);
  if (when === null) return null;
  return (
    <div class="awaited" role="status">
      <p>
        <b>{whenText(when, desk)}</b> {says.thenWhat}
      </p>
      <button class="plain" type="button" onClick={() => (desk.awaited.value = null)}>
        {says.notWaiting}
      </button>
    </div>
  );
}

function Search({ all }: { all: readonly Offered[] }) {
  const { intervention } = useDesk();
  const says = words().palette;
  const [sought, setSought] = useState('');
  const found = all.filter(({ id, title, does, words: more }) => {
    const { title: here, does: what } = says.kinds[id];
    return sought.trim() === '' || isMeant(sought.trim(), [here, what, title, does, ...more]);
  });
  return (
    <>
      <Field label={says.search}>
        {(id) => (
          <input
            id={id}
            type="search"
            value={sought}
            placeholder={says.searchExample}
            onInput={(event) => setSought(event.currentTarget.value)}
          />
        )}
      </Field>
      {found.length === 0 && (
        <p class="quiet" role="status">
          {says.nothingFound}
        </p>
      )}
      {FAMILIES.map((family) => {
        const ofFamily = found.filter((one) => one.family === family);
        if (ofFamily.length === 0) return null;
        return (
          <section key={family} class="palette" aria-label={says.families[family]}>
            <h2>{says.families[family]}</h2>
            <ul>
              {ofFamily.map(({ id, emoji }) => (
                <li key={id}>
                  <button type="button" data-kind={id} onClick={() => (intervention.value = id)}>
                    <span class="sign" aria-hidden="true">
                      {emoji}
                    </span>
                    <b>{says.kinds[id].title}</b>
                    <span class="does">{says.kinds[id].does}</span>
                  </button>
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}
