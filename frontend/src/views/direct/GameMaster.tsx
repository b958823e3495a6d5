/** Asking the game master for anything, what it makes of it, and having it carried out. */
import { useState } from 'preact/hooks';
import { parentOf, placeName, theThing } from '../../town/addresses.ts';
import type { AskedFor, StateDocument } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { useDesk } from '../town/desk.ts';
import { useSending } from './sendingOrWhy.tsx';
import { useMoment, When } from './When.tsx';

/** So many of the last requests are shown. */
const SHOWN = 4;

type Effect = AskedFor['effects'][number];

export function GameMaster({ sign }: { sign: string }) {
  const { actions, store, awaited } = useDesk();
  const { gameMaster: says, palette, arming } = words();
  const [text, setText] = useState('');
  const [moment, setMoment] = useMoment();
  const [later, setLater] = useState('');
  const { send, busy, fault } = useSending();
  const ask = async () => {
    if (moment.at === 'unset') return;
    const wish = text.trim();
    setLater('');
    const done = await send(moment.at === 'now' ? actions.request(wish) : actions.requestLater(wish, moment));
    if (!done) return;
    awaited.value = null;
    setText('');
    const calendar = store.calendar.value;
    if (moment.at === 'tick') setLater(palette.scheduled(calendar.day(moment.tick), calendar.clock(moment.tick)));
    if (moment.at === 'held') setLater(arming.armed);
  };
  const asked = Object.values(store.state.value?.requests ?? {})
    .slice(-SHOWN)
    .reverse();
  return (
    <section class="game-master" aria-label={says.title}>
      <form
        aria-label={says.title}
        onSubmit={(event) => {
          event.preventDefault();
          void ask();
        }}
      >
        <h2>
          <span aria-hidden="true">{sign}</span> {says.title}
        </h2>
        <Field label={says.label}>
          {(id) => (
            <textarea
              id={id}
              rows={2}
              maxLength={1000}
              required
              value={text}
              placeholder={says.example}
              onInput={(e) => setText(e.currentTarget.value)}
            />
          )}
        </Field>
        <When
          moment={moment}
          choose={(chosen) => {
            setMoment(chosen);
            setLater('');
          }}
        />
        <p class="quiet">{moment.at === 'now' ? says.hint : says.hintLater}</p>
        <button class="cta" disabled={busy || text.trim() === '' || moment.at === 'unset'}>
          {busy ? says.asking : moment.at === 'now' ? says.ask : palette.schedule}
        </button>
        {later !== '' && (
          <p class="right" role="status">
            {later}
          </p>
        )}
        {fault}
      </form>
      {asked.length > 0 && (
        <ol class="requests" aria-label={says.last}>
          {asked.map((one) => (
            <Request key={one.id} asked={one} />
          ))}
        </ol>
      )}
    </section>
  );
}

/** One request: the words, the verdict and why, what would change, and the button that makes it so. */
function Request({ asked }: { asked: AskedFor }) {
  const { actions, store } = useDesk();
  const says = words().gameMaster;
  const { send, busy, fault } = useSending();
  const state = store.state.value;
  const clock = (tick: number) => store.calendar.value.clock(tick);
  const done = asked.carried_out;
  return (
    <li>
      <p class="asked-for">
        {asked.text} <small>{says.askedBy(asked.by, clock(asked.tick))}</small>
      </p>
      {asked.verdict === null ? (
        <p class="quiet" role="status">
          {says.judging}
        </p>
      ) : (
        <p role="status">
          <b class={`verdict is-${asked.verdict}`}>{says.verdicts[asked.verdict]}</b> {asked.reason}
        </p>
      )}
      {asked.effects.length > 0 && (
        <ul aria-label={done === null ? says.preview : says.changed}>
          {asked.effects.map((effect, n) => (
            <li key={n}>{told(effect, done === null ? state : null)}</li>
          ))}
        </ul>
      )}
      {done !== null && <p class="right">{says.carriedOut(clock(done), asked.carried_out_by)}</p>}
      {done === null && asked.effects.length > 0 && (
        <button class="cta" disabled={busy} onClick={() => void send(actions.carryOut(asked.id))}>
          {busy ? says.carryingOut : says.carryOut}
        </button>
      )}
      {fault}
    </li>
  );
}

/** What an effect changes; and from what, as `now` has it. */
function told(effect: Effect, now: StateDocument | null): string {
  const says = words().gameMaster;
  const { weather } = words().telling;
  const change = (what: string, was: string | undefined, becomes: string): string =>
    says.changes(what, was ?? '…', becomes);
  switch (effect.effect) {
    case 'thing': {
      const what = says.thing(theThing(effect.object), placeName(parentOf(effect.object)));
      return now === null
        ? says.becomes(what, effect.state)
        : change(what, now.objects[effect.object]?.state, effect.state);
    }
    case 'weather':
      return now === null
        ? says.becomes(says.weather, weather[effect.weather])
        : change(says.weather, weather[now.weather], weather[effect.weather]);
    case 'shut':
      return says.shut(placeName(effect.place), effect.why);
    case 'reopen':
      return says.reopens(placeName(effect.place));
    case 'words':
      return says.says(says.words(effect.place === null ? null : placeName(effect.place)), effect.text);
  }
}
