/** The form of one intervention: its fields, when it is to be, a sentence that says what will be so, and what became of it. */
import { useEffect, useState } from 'preact/hooks';
import type { Given } from '../../town/actions.ts';
import { inputOf, isWhole, type Values } from '../../town/direct/form.ts';
import type { Offered } from '../../town/direct/offered.ts';
import { traitsOf } from '../../town/direct/traits.ts';
import type { Deed, StateDocument } from '../../town/generated.ts';
import { personAt } from '../../town/persona.ts';
import type { Setting } from '../../town/setting.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { ChoiceField } from './ChoiceField.tsx';
import { Done } from './Done.tsx';
import { shownOf } from './shown.ts';
import { whenText } from './conditionText.ts';
import { useMoment, When } from './When.tsx';

interface Props {
  chosen: Offered;
  setting: Setting;
}

/** What was sent, and what came of it. */
export interface Sent {
  given: Given;
  values: Values;
  /** Number of the last event before it. */
  after: number;
  /** What it waits for, in words; '' where it is done at once or at its time. */
  awaits: string;
}

export function InterventionForm({ chosen, setting }: Props) {
  const desk = useDesk();
  const says = words().palette;
  const kind = says.kinds[chosen.id];
  const [values, setValues] = useState<Values>({});
  const [moment, setMoment] = useMoment();
  const [busy, setBusy] = useState(false);
  const [sent, setSent] = useState<Sent | null>(null);
  const picked = chosen.id === 'set_object' ? desk.thing.value : null;
  useEffect(() => {
    if (picked !== null) setValues((before) => ({ ...before, object: picked }));
  }, [picked]);
  const whole = isWhole(chosen, values) && moment.at !== 'unset';
  const change = (changes: Values) => {
    setValues((before) => asItIs(chosen, { ...before, ...changes }, changes, setting, desk.store.state.value));
    setSent(null);
    if (changes.object !== undefined && changes.object !== '') desk.map.value?.flyToThing(changes.object);
  };
  const awaits = moment.at === 'held' ? whenText(moment.when, desk) : '';
  const send = async () => {
    setBusy(true);
    setSent(null);
    const after = desk.store.shownSeq;
    const at = moment.at === 'tick' ? moment.tick : null;
    const input = inputOf(chosen, values);
    const given =
      moment.at === 'held'
        ? await desk.actions.arm(input as Deed, moment.when, moment.minutes)
        : await desk.actions.direct(input, at);
    setBusy(false);
    if (given.done) desk.awaited.value = null;
    setSent({ given, values, after, awaits });
  };
  return (
    <form
      aria-label={kind.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (whole && !busy) void send();
      }}
    >
      <h2>
        <span aria-hidden="true">{chosen.emoji}</span> {kind.title}
      </h2>
      <p class="quiet">{kind.does}</p>
      {chosen.fields.map((field) => (
        <ChoiceField
          key={field.name}
          kind={chosen.id}
          field={field}
          label={kind.fields[field.name] ?? field.says}
          values={values}
          change={change}
          setting={setting}
        />
      ))}
      <When
        moment={moment}
        choose={(chosen) => {
          setMoment(chosen);
          setSent(null);
        }}
      />
      {whole && (
        <p class="preview" aria-label={says.preview}>
          {awaits !== '' && <b>{awaits} </b>}
          {kind.preview(shownOf(chosen, values, setting, desk.store.state.value, desk.store.calendar.value))}
        </p>
      )}
      <button class="cta" disabled={busy || !whole}>
        {busy ? says.doing : moment.at === 'now' ? says.doIt : says.schedule}
      </button>
      {sent !== null && <Done chosen={chosen} sent={sent} />}
      <details>
        <summary>{says.noticed}</summary>
        <p>{kind.noticed}</p>
      </details>
    </form>
  );
}

/** A form begins with what is so now: what the one feels for the other, who somebody is. */
function asItIs(
  chosen: Offered,
  values: Values,
  changes: Values,
  setting: Setting,
  town: StateDocument | null,
): Values {
  const { resident = '', other = '' } = values;
  // Aims and appointments are somebody's own.
  if ('resident' in changes) values = { ...values, goal: '', commitment: '' };
  const person = setting.people.get(resident);
  if (chosen.id === 'edit_persona' && 'resident' in changes && person !== undefined) {
    const { age, traits, about } = personAt(person, town);
    return { resident, age: String(age), traits: traitsOf(traits), about };
  }
  if (other === '' || resident === '' || !('resident' in changes || 'other' in changes)) return values;
  return { ...values, closeness: String(town?.residents[resident]?.relationships[other]?.closeness ?? 0) };
}
