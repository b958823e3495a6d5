/** One field of a form, by what it is filled from. */
import { useId, useState } from 'preact/hooks';
import { placeName } from '../../town/addresses.ts';
import type { Values } from '../../town/direct/form.ts';
import { nextTickAt } from '../../town/direct/moment.ts';
import type { FieldView, InterventionKind } from '../../town/generated.ts';
import type { Setting } from '../../town/setting.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { useDesk } from '../town/desk.ts';
import { WEATHER_SIGNS } from '../town/weatherSigns.ts';
import { Choose, Chips, Places, Thing, WEATHERS, Whole, type Control } from './pickers.tsx';
import { Traits } from './Traits.tsx';

interface Props {
  kind: InterventionKind;
  field: FieldView;
  label: string;
  values: Values;
  change: (changes: Values) => void;
  setting: Setting;
}

const MINDS = ['rules', 'model', 'auto'] as const;
const STATUSES = ['open', 'reached', 'dropped'] as const;
const IMPORTANCES = Array.from({ length: 10 }, (_, n) => String(n + 1));

export function ChoiceField(props: Props) {
  const { field, label, values, change, setting, kind } = props;
  const { store } = useDesk();
  const says = words().palette;
  const value = values[field.name] ?? '';
  const set = (one: string) => change({ [field.name]: one });
  switch (field.choice) {
    case 'text':
    case 'line':
      return <Words {...props} value={value} set={set} />;
    case 'object':
      return <Thing value={value} set={set} setting={setting} label={label} />;
    case 'closeness':
      return <Closeness value={value} set={set} label={label} />;
    case 'place':
      return (
        <Select field={field} label={label} value={value} set={set} nothing={says.nothing.closed}>
          {kind === 'open_place' ? (
            Object.keys(store.state.value?.closures ?? {}).map((place) => (
              <option key={place} value={place}>
                {placeName(place)}
              </option>
            ))
          ) : (
            <Places setting={setting} having={kind === 'close_place' ? 'public' : 'anything'} />
          )}
        </Select>
      );
    case 'resident': {
      const taken = field.name === 'resident' ? '' : (values.resident ?? '');
      const people = [...setting.people.values()].filter(({ id }) => id !== taken && isThere(id, store.state.value));
      return (
        <Select field={field} label={label} value={value} set={set}>
          {people.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      );
    }
    case 'aim': {
      const goals = Object.entries(store.state.value?.residents[values.resident ?? '']?.goals ?? {});
      return (
        <Select
          field={field}
          label={label}
          value={value}
          set={(goal) => change({ goal, text: goals.find(([id]) => id === goal)?.[1].text ?? values.text ?? '' })}
        >
          {goals.map(([id, { text }]) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </Select>
      );
    }
    case 'commitment': {
      const of = Object.values(store.state.value?.commitments ?? {}).filter(
        ({ parties, end }) => parties[values.resident ?? '']?.status === 'accepted' && end > store.tick.value,
      );
      const none = values.resident ? says.nothing.commitment : says.nothing.resident;
      return (
        <Select field={field} label={label} value={value} set={set} nothing={none}>
          {of.map(({ id, what, start }) => (
            <option key={id} value={id}>
              {what} ({store.calendar.value.moment(start, store.tick.value)})
            </option>
          ))}
        </Select>
      );
    }
    case 'moment':
      return <TimeOfDay value={value} set={set} label={label} />;
    case 'minutes':
      return <Whole label={label} value={value} set={set} least={10} most={480} leftOut={field.left_out} />;
    case 'years':
      return <Whole label={label} value={value} set={set} least={1} most={120} leftOut="" />;
    case 'traits':
      return <Traits label={label} value={value} set={set} />;
    case 'weather':
      return (
        <Chips
          label={label}
          value={value}
          set={set}
          all={WEATHERS}
          called={words().town.direct.weathers}
          signs={WEATHER_SIGNS}
        />
      );
    case 'mind': {
      const { minds } = words().telling;
      const called = { rules: minds.rules.label, model: minds.model.label, auto: minds.auto.label };
      return <Chips label={label} value={value} set={set} all={MINDS} called={called} />;
    }
    case 'status':
      return <Chips label={label} value={value || 'open'} set={set} all={STATUSES} called={says.statuses} />;
    case 'importance':
      return (
        <Select field={field} label={label} value={value} set={set}>
          {IMPORTANCES.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </Select>
      );
    default:
      return null;
  }
}

const isThere = (id: string, town: { residents: Readonly<Record<string, unknown>> } | null) =>
  town === null || id in town.residents;

function Words({ kind, field, label, value, set }: Props & Control) {
  const list = useId();
  const says = words();
  const ideas = kind === 'set_object' ? says.town.direct.ideas : [];
  const example = says.palette.kinds[kind].examples[field.name] ?? '';
  const shared = { value, maxLength: field.most ?? 1000, required: field.left_out === '', placeholder: example };
  return (
    <Field label={label}>
      {(id) =>
        field.choice === 'text' ? (
          <textarea id={id} rows={3} {...shared} onInput={(event) => set(event.currentTarget.value)} />
        ) : (
          <>
            <input id={id} list={list} {...shared} onInput={(event) => set(event.currentTarget.value)} />
            <datalist id={list}>
              {ideas.map((idea) => (
                <option key={idea} value={idea} />
              ))}
            </datalist>
          </>
        )
      }
    </Field>
  );
}

/** A list; what leaving it out means stands first. */
function Select({
  field,
  ...control
}: Control & { field: FieldView; nothing?: string; children: preact.ComponentChildren }) {
  const says = words().palette;
  return <Choose {...control} leftOut={field.left_out && (says.leftOut[field.name] ?? field.left_out)} />;
}

/** A time of the town, today or tomorrow, as the tick that it is. */
function TimeOfDay({ value, set, label }: Control) {
  const { store } = useDesk();
  const [clock, setClock] = useState('');
  const calendar = store.calendar.value;
  const pick = (time: string) => {
    setClock(time);
    set(String(nextTickAt(calendar, store.tick.value, time) ?? ''));
  };
  return (
    <>
      <Field label={label}>
        {(id) => (
          <input id={id} type="time" required value={clock} onInput={(event) => pick(event.currentTarget.value)} />
        )}
      </Field>
      {value !== '' && (
        <p class="quiet">{words().palette.when.thatIs(calendar.day(Number(value)), calendar.clock(Number(value)))}</p>
      )}
    </>
  );
}

function Closeness({ value, set, label }: Control) {
  const says = words().palette;
  return (
    <Field label={`${label}: ${value === '' ? says.choose : says.closeness(Number(value))}`}>
      {(id) => (
        <input
          id={id}
          type="range"
          min={-1}
          max={1}
          step={0.05}
          value={value === '' ? 0 : value}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
