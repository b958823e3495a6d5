/** The director's box: set an object's state in words, or make something known. */
import { useState } from 'preact/hooks';
import { placeName, theThing } from '../../town/addresses.ts';
import type { Outcome } from '../../town/actions.ts';
import type { Setting } from '../../town/setting.ts';
import { Field } from '../Field.tsx';
import { useDesk } from './desk.ts';

const IDEAS = ['burning', 'leaking', 'broken', 'covered in ants', 'decorated with flowers', 'idle'];

export function Director() {
  const desk = useDesk();
  const setting = desk.store.setting.value;
  if (setting === null) return <p class="quiet">Looking at what there is …</p>;
  return (
    <div class="director">
      <SetObject setting={setting} />
      <Announce setting={setting} />
    </div>
  );
}

function SetObject({ setting }: { setting: Setting }) {
  const desk = useDesk();
  const [arena, setArena] = useState<string | null>(null);
  const [words, setWords] = useState('');
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
      aria-label="Change an object"
      onSubmit={(event) => {
        event.preventDefault();
        if (thing !== undefined) {
          void send(
            desk.actions.setObject(thing.id, words.trim()),
            `Done: ${theThing(thing.id)} is now ${words.trim()}.`,
          );
        }
      }}
    >
      <h2>Change an object</h2>
      <Field label="Place">
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
      <Field label="Object">
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
          It is now: <b>{now}</b>
        </p>
      )}
      <Field label="Its new state, in words">
        {(id) => (
          <input
            id={id}
            value={words}
            maxLength={80}
            required
            placeholder="burning"
            list="states"
            onInput={(e) => setWords(e.currentTarget.value)}
          />
        )}
      </Field>
      <datalist id="states">
        {IDEAS.map((idea) => (
          <option key={idea} value={idea} />
        ))}
      </datalist>
      <button class="cta" disabled={busy || thing === undefined || words.trim() === ''}>
        {busy ? 'Doing it …' : 'Make it so'}
      </button>
      {note}
    </form>
  );
}

function Announce({ setting }: { setting: Setting }) {
  const { actions } = useDesk();
  const [place, setPlace] = useState('');
  const [text, setText] = useState('');
  const { send, busy, note } = useSending();
  return (
    <form
      aria-label="Announce something"
      onSubmit={(event) => {
        event.preventDefault();
        void send(actions.announce(place === '' ? null : place, text.trim()), 'Announced.').then((done) => {
          if (done) setText('');
        });
      }}
    >
      <h2>Announce something</h2>
      <Field label="Who hears it">
        {(id) => (
          <select id={id} value={place} onChange={(event) => setPlace(event.currentTarget.value)}>
            <option value="">The whole town</option>
            <Places setting={setting} having="anything" />
          </select>
        )}
      </Field>
      <Field label="Words">
        {(id) => (
          <textarea
            id={id}
            rows={3}
            maxLength={1000}
            required
            value={text}
            placeholder="Free cake at the café!"
            onInput={(e) => setText(e.currentTarget.value)}
          />
        )}
      </Field>
      <button class="cta" disabled={busy || text.trim() === ''}>
        {busy ? 'Telling them …' : 'Announce'}
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
            {having === 'anything' && <option value={sector.id}>All of {sector.name}</option>}
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
