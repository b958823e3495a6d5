/** Controls from which forms are made: a list, a thing, chips, a whole number, the rooms of the town. */
import { toChildArray } from 'preact';
import { useState } from 'preact/hooks';
import { placeName } from '../../town/addresses.ts';
import type { Setting } from '../../town/setting.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { useDesk } from '../town/desk.ts';

export const WEATHERS = ['clear', 'rain', 'storm', 'snow', 'fog', 'heat'] as const;

export interface Control {
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
export function Whole({ label, value, set, least, most, leftOut }: Control & Bounds) {
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

interface List {
  /** What it means to choose nothing; '' where something has to be chosen. */
  leftOut: string;
  /** Why the list is empty, where it can be. */
  nothing?: string;
  children: preact.ComponentChildren;
}

/** A list; an empty one says why it is. */
export function Choose({ label, value, set, leftOut, nothing = '', children }: Control & List) {
  const isEmpty = nothing !== '' && toChildArray(children).length === 0;
  return (
    <Field label={label}>
      {(id) => (
        <select id={id} value={value} required={leftOut === ''} onChange={(event) => set(event.currentTarget.value)}>
          <option value="" disabled={leftOut === '' && !isEmpty}>
            {isEmpty ? nothing : leftOut || words().palette.choose}
          </option>
          {children}
        </select>
      )}
    </Field>
  );
}

/** Where, then what; its state as it is now. */
export function Thing({ value, set, setting, label }: Control & { setting: Setting }) {
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
      <Choose label={label} value={value} set={set} leftOut="" nothing={words().palette.nothing.object}>
        {setting.thingsIn(chosenArena).map(({ id: one, name }) => (
          <option key={one} value={one}>
            {name}
          </option>
        ))}
      </Choose>
      {now !== undefined && (
        <p class="quiet">
          {says.itIsNow} <b>{now}</b>
        </p>
      )}
    </>
  );
}

export function Chips<T extends string>({
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
export function Places({ setting, having }: { setting: Setting; having: 'things' | 'anything' | 'public' }) {
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
