/** Stepping into a resident, and what one has it do from then on. */
import { useState } from 'preact/hooks';
import { nameOf, placeName } from '../../town/addresses.ts';
import { inEarshot } from '../../town/earshot.ts';
import type { Resident, StateDocument } from '../../town/generated.ts';
import { positionOf } from '../../town/reduce.ts';
import { visitorId } from '../../town/session.ts';
import type { Setting } from '../../town/setting.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { useDesk } from '../town/desk.ts';
import { useSending } from './sendingOrWhy.tsx';

export function StepInto({ sign }: { sign: string }) {
  const { store } = useDesk();
  const [town, setting] = [store.state.value, store.setting.value];
  const says = words().stepInto;
  if (town === null || setting === null) return null;
  const mine = Object.values(town.residents).find(({ stand_in }) => stand_in?.visitor === visitorId());
  return (
    <section class="step-into" aria-label={says.title}>
      <h2>
        <span aria-hidden="true">{sign}</span> {mine === undefined ? says.title : says.youAre(setting.nameOf(mine.id))}
      </h2>
      {mine === undefined ? (
        <StepIn town={town} setting={setting} />
      ) : (
        <Acts key={mine.id} me={mine} town={town} setting={setting} />
      )}
    </section>
  );
}

function StepIn({ town, setting }: { town: StateDocument; setting: Setting }) {
  const { actions, select } = useSelected();
  const says = words().stepInto;
  const [whom, setWhom] = useState('');
  const { send, busy, fault } = useSending();
  const residents = Object.values(town.residents);
  const free = residents.filter(({ stand_in }) => stand_in === null);
  const chosen = free.find(({ id }) => id === whom)?.id ?? free[0]?.id;
  return (
    <form
      aria-label={says.title}
      onSubmit={(event) => {
        event.preventDefault();
        if (chosen !== undefined) void send(actions.stepInto(chosen)).then((done) => done && select(chosen));
      }}
    >
      <p class="quiet">
        {says.hint} {says.silence}
      </p>
      <Field label={says.whom}>
        {(id) => (
          <select id={id} value={chosen} onChange={(event) => setWhom(event.currentTarget.value)}>
            {residents.map(({ id: one, stand_in }) => (
              <option key={one} value={one} disabled={stand_in !== null}>
                {stand_in === null ? setting.nameOf(one) : says.actedFor(setting.nameOf(one), stand_in.name)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button class="cta" disabled={busy || chosen === undefined}>
        {says.stepIn}
      </button>
      {fault}
    </form>
  );
}

function Acts({ me, town, setting }: { me: Resident; town: StateDocument; setting: Setting }) {
  const { actions, store } = useDesk();
  const says = words().stepInto;
  const { send, busy, fault } = useSending();
  const [place, setPlace] = useState('');
  const [thing, setThing] = useState('');
  const [to, setTo] = useState('');
  const [text, setText] = useState('');
  const at = positionOf(me, Math.floor(store.tick.value));
  const here = setting.arenaAt(...at);
  const usable = here === undefined ? [] : setting.thingsIn(here).filter(({ uses }) => uses.length > 0);
  const near = inEarshot(town, setting, store.tick.value, at, me.id).filter((one) => one.resident && !one.asleep);
  const where = place === '' ? (setting.scenario.sectors[0]?.id ?? '') : place;
  const what = usable.find(({ id }) => id === thing)?.id ?? usable[0]?.id;
  const whom = near.find(({ id }) => id === to)?.id ?? near[0]?.id;
  return (
    <div class="acts">
      <form
        aria-label={says.go}
        onSubmit={(event) => {
          event.preventDefault();
          void send(actions.actAs(me.id, { act: 'go', place: where }));
        }}
      >
        <Field label={says.where}>
          {(id) => (
            <select id={id} value={where} onChange={(event) => setPlace(event.currentTarget.value)}>
              {setting.scenario.sectors.map((sector) => (
                <optgroup key={sector.id} label={sector.name}>
                  <option value={sector.id}>{sector.name}</option>
                  {setting.scenario.arenas
                    .filter((arena) => arena.sector === sector.id)
                    .map((arena) => (
                      <option key={arena.id} value={arena.id}>
                        {placeName(arena.id)}
                      </option>
                    ))}
                </optgroup>
              ))}
            </select>
          )}
        </Field>
        <button class="cta" disabled={busy}>
          {says.goThere}
        </button>
      </form>
      {what !== undefined && (
        <form
          aria-label={says.use}
          onSubmit={(event) => {
            event.preventDefault();
            void send(actions.actAs(me.id, { act: 'use', object: what }));
          }}
        >
          <Field label={says.what}>
            {(id) => (
              <select id={id} value={what} onChange={(event) => setThing(event.currentTarget.value)}>
                {usable.map((one) => (
                  <option key={one.id} value={one.id}>
                    {nameOf(one.id)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <button class="cta" disabled={busy}>
            {says.useIt}
          </button>
        </form>
      )}
      {whom === undefined ? (
        <p class="quiet">{says.nobodyNear}</p>
      ) : (
        <form
          aria-label={says.say}
          onSubmit={(event) => {
            event.preventDefault();
            void send(actions.actAs(me.id, { act: 'say', to: whom, text: text.trim() })).then((done) => {
              if (done) setText('');
            });
          }}
        >
          <Field label={says.toWhom}>
            {(id) => (
              <select id={id} value={whom} onChange={(event) => setTo(event.currentTarget.value)}>
                {near.map((one) => (
                  <option key={one.id} value={one.id}>
                    {setting.nameOf(one.id)}
                  </option>
                ))}
              </select>
            )}
          </Field>
          <Field label={says.words}>
            {(id) => (
              <input
                id={id}
                value={text}
                maxLength={1000}
                required
                onInput={(event) => setText(event.currentTarget.value)}
              />
            )}
          </Field>
          <button class="cta" disabled={busy || text.trim() === ''}>
            {says.sayIt}
          </button>
        </form>
      )}
      <p class="last-acts">
        <button class="key" disabled={busy} onClick={() => void send(actions.actAs(me.id, { act: 'stop' }))}>
          {says.stop}
        </button>
        <button class="key" disabled={busy} onClick={() => void send(actions.stepOut(me.id))}>
          {says.stepOut}
        </button>
      </p>
      {fault}
      <p class="quiet">{says.silence}</p>
    </div>
  );
}

/** The camera goes to whom one has stepped into. */
function useSelected() {
  const { actions, map } = useDesk();
  return { actions, select: (id: string) => map.value?.flyTo(id) };
}
