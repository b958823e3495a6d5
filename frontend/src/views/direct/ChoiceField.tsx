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
import { Traits } from './Traits.tsx';

interface Props {
  kind: InterventionKind;
  field: FieldView;
  label: string;
  values: Values;
  change: (changes: Values) => void;
  setting: Setting;
}

const WEATHERS = ['clear', 'rain', 'storm', 'snow', 'fog', 'heat'] as const;
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
        <Select field={field} label={label} value={value} set={set}>
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
      return (
        <Select field={field} label={label} value={value} set={set}>
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

interface Control {
  label: string;
  value: string;
  set: (value: string) => void;
}

interface Bounds {
  least: number;
  most: number;
  leftOut: string;
}

/** A whole number. */
function Whole({ label, value, set, least, most, leftOut }: Control & Bounds) {
  return (
    <Field label={label}>
      {(id) => (
        <input
          id={id}
          type="number"
          min={least}
          max={most}
          value={value}
          placeholder={leftOut}
          onInput={(event) => set(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}

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

/** A list; what leaving it out means stands first, or the invitation to choose. */
function Select({
  field,
  label,
  value,
  set,
  children,
}: Control & { field: FieldView; children: preact.ComponentChildren }) {
  const says = words().palette;
  const isNeeded = field.left_out === '';
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} value={value} required={isNeeded} onChange={(event) => set(event.currentTarget.value)}>
          <option value="" disabled={isNeeded}>
            {isNeeded ? says.choose : (says.leftOut[field.name] ?? field.left_out)}
          </option>
          {children}
        </select>
      )}
    </Field>
  );
}

/** Where, then what; its state as it is now. */
function Thing({ value, set, setting, label }: Control & { setting: Setting }) {
  const { store, thing } = useDesk();
  const says = words().town.direct;
  const [arena, setArena] = useState('');
  const chosenArena = setting.things.get(value)?.arena ?? arena;
  const now = store.state.value?.objects[value]?.state;
  return (
    <>
      <Field label={says.place}>
        {(id) => (
          <select
            id={id}
            value={chosenArena}
            onChange={(event) => {
              setArena(event.currentTarget.value);
              thing.value = null;
              set('');
            }}
          >
            <option value="" disabled>
              {words().palette.choose}
            </option>
            <Places setting={setting} having="things" />
          </select>
        )}
      </Field>
      <Field label={label}>
        {(id) => (
          <select id={id} value={value} required onChange={(event) => set(event.currentTarget.value)}>
            <option value="" disabled>
              {words().palette.choose}
            </option>
            {setting.thingsIn(chosenArena).map(({ id: one, name }) => (
              <option key={one} value={one}>
                {name}
              </option>
            ))}
          </select>
        )}
      </Field>
      {now !== undefined && (
        <p class="quiet">
          {says.itIsNow} <b>{now}</b>
        </p>
      )}
    </>
  );
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

function Chips<T extends string>({
  label,
  value,
  set,
  all,
  called,
  signs,
}: Control & { all: readonly T[]; called: Readonly<Record<T, string>>; signs?: Readonly<Record<T, string>> }) {
  return (
    <div role="group" aria-label={label} class="chips">
      <b>{label}</b>
      <p class="keys">
        {all.map((one) => (
          <button key={one} class="chip" type="button" aria-pressed={one === value} onClick={() => set(one)}>
            {signs !== undefined && <span aria-hidden="true">{signs[one]} </span>}
            {called[one]}
          </button>
        ))}
      </p>
    </div>
  );
}

/** All rooms, grouped by what they are in. */
function Places({ setting, having }: { setting: Setting; having: 'things' | 'anything' | 'public' }) {
  const { sectors, arenas } = setting.scenario;
  const shown = sectors.filter((sector) => having !== 'public' || (!sector.private && sector.residents.length === 0));
  return (
    <>
      {shown.map((sector) => {
        const rooms = arenas.filter(
          (arena) => arena.sector === sector.id && (having !== 'things' || setting.thingsIn(arena.id).length > 0),
        );
        return (
          <optgroup key={sector.id} label={sector.name}>
            {having !== 'things' && <option value={sector.id}>{words().town.direct.allOf(sector.name)}</option>}
            {rooms.map(({ id }) => (
              <option key={id} value={id}>
                {placeName(id)}
              </option>
            ))}
          </optgroup>
        );
      })}
    </>
  );
}
