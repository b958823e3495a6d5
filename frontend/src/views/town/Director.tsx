/** The director's box: set an object's state in words, make the weather, or make something known. */
import { useState } from 'preact/hooks';
import { placeName, theThing } from '../../town/addresses.ts';
import type { Outcome } from '../../town/actions.ts';
import type { Weather } from '../../town/generated.ts';
import type { Setting } from '../../town/setting.ts';
import { words } from '../../words/language.ts';
import { GameMaster } from '../direct/GameMaster.tsx';
import { Field } from '../Field.tsx';
import { useDesk } from './desk.ts';
import { WEATHER_SIGNS } from './weatherSigns.ts';

export function Director() {
  const desk = useDesk();
  const setting = desk.store.setting.value;
  if (setting === null) return <p class="quiet">{words().town.direct.looking}</p>;
  return (
    <div class="director">
      <GameMaster />
      <SetObject setting={setting} />
      <MakeWeather />
      <Announce setting={setting} />
    </div>
  );
}

function SetObject({ setting }: { setting: Setting }) {
  const desk = useDesk();
  const says = words().town.direct;
  const [arena, setArena] = useState<string | null>(null);
  const [state, setState] = useState('');
  const picked = desk.thing.value;
  const chosenArena = (picked === null ? arena : setting.things.get(picked)?.arena) ?? firstArena(setting);
  const things = setting.thingsIn(chosenArena);
  const thing = things.find(({ id }) => id === picked) ?? things[0];
  const now = thing === undefined ? undefined : desk.store.state.value?.objects[thing.id]?.state;
  const { send, busy, note } = useSending();
  const pickThing = (id: string | null) => {
    desk.thing.value = id;
    if (id !== null) desk.map.value?.flyToThing(id);
  };
  return (
    <form
      aria-label={says.change}
      onSubmit={(event) => {
        event.preventDefault();
        if (thing !== undefined) {
          void send(desk.actions.setObject(thing.id, state.trim()), says.done(theThing(thing.id), state.trim()));
        }
      }}
    >
      <h2>{says.change}</h2>
      <Field label={says.place}>
        {(id) => (
          <select
            id={id}
            value={chosenArena}
            onChange={(event) => {
              setArena(event.currentTarget.value);
              pickThing(null);
            }}
          >
            <Places setting={setting} having="things" />
          </select>
        )}
      </Field>
      <Field label={says.object}>
        {(id) => (
          <select id={id} value={thing?.id ?? ''} onChange={(event) => pickThing(event.currentTarget.value)}>
            {things.map(({ id, name }) => (
              <option key={id} value={id}>
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
      <Field label={says.newState}>
        {(id) => (
          <input
            id={id}
            value={state}
            maxLength={80}
            required
            placeholder={says.ideas[0]}
            list="states"
            onInput={(e) => setState(e.currentTarget.value)}
          />
        )}
      </Field>
      <datalist id="states">
        {says.ideas.map((idea) => (
          <option key={idea} value={idea} />
        ))}
      </datalist>
      <button class="cta" disabled={busy || thing === undefined || state.trim() === ''}>
        {busy ? says.doing : says.makeItSo}
      </button>
      {note}
    </form>
  );
}

const WEATHERS = Object.keys(WEATHER_SIGNS) as Weather[];

function MakeWeather() {
  const { actions, store } = useDesk();
  const says = words().town.direct;
  const { send, busy, note } = useSending();
  const now = store.state.value?.weather;
  return (
    <div role="group" aria-label={says.weather}>
      <h2>{says.weather}</h2>
      <div class="weathers">
        {WEATHERS.map((weather) => (
          <button
            key={weather}
            type="button"
            class="chip"
            aria-pressed={weather === now}
            disabled={busy}
            onClick={() => void send(actions.setWeather(weather), says.weatherMade(weather))}
          >
            <span aria-hidden="true">{WEATHER_SIGNS[weather]}</span> {says.weathers[weather]}
          </button>
        ))}
      </div>
      {note}
    </div>
  );
}

function Announce({ setting }: { setting: Setting }) {
  const { actions } = useDesk();
  const says = words().town.direct;
  const [place, setPlace] = useState('');
  const [text, setText] = useState('');
  const { send, busy, note } = useSending();
  return (
    <form
      aria-label={says.announce}
      onSubmit={(event) => {
        event.preventDefault();
        void send(actions.announce(place === '' ? null : place, text.trim()), says.announced).then((done) => {
          if (done) setText('');
        });
      }}
    >
      <h2>{says.announce}</h2>
      <Field label={says.whoHears}>
        {(id) => (
          <select id={id} value={place} onChange={(event) => setPlace(event.currentTarget.value)}>
            <option value="">{says.wholeTown}</option>
            <Places setting={setting} having="anything" />
          </select>
        )}
      </Field>
      <Field label={says.words}>
        {(id) => (
          <textarea
            id={id}
            rows={3}
            maxLength={1000}
            required
            value={text}
            placeholder={says.example}
            onInput={(e) => setText(e.currentTarget.value)}
          />
        )}
      </Field>
      <button class="cta" disabled={busy || text.trim() === ''}>
        {busy ? says.telling : says.tell}
      </button>
      {note}
    </form>
  );
}

/** All rooms, grouped by what they are in. */
function Places({ setting, having }: { setting: Setting; having: 'things' | 'anything' }) {
  const { sectors, arenas } = setting.scenario;
  return (
    <>
      {sectors.map((sector) => {
        const rooms = arenas.filter(
          (arena) => arena.sector === sector.id && (having === 'anything' || setting.thingsIn(arena.id).length > 0),
        );
        return (
          <optgroup key={sector.id} label={sector.name}>
            {having === 'anything' && <option value={sector.id}>{words().town.direct.allOf(sector.name)}</option>}
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

function firstArena(setting: Setting): string {
  return setting.scenario.arenas.find(({ id }) => setting.thingsIn(id).length > 0)?.id ?? '';
}

/** Sends something and says what became of it. */
function useSending() {
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ done: boolean; text: string } | null>(null);
  const send = async (doing: Promise<Outcome>, success: string): Promise<boolean> => {
    setBusy(true);
    setSaid(null);
    const outcome = await doing;
    setBusy(false);
    setSaid(outcome.done ? { done: true, text: success } : { done: false, text: outcome.reason });
    return outcome.done;
  };
  const note = said !== null && (
    <p class={said.done ? 'right' : 'wrong'} role={said.done ? 'status' : 'alert'}>
      {said.text}
    </p>
  );
  return { send, busy, note };
}
