/** A line to say, and whom it will reach: told before it is sent. */
import type { RefObject } from 'preact';
import { useId, useState } from 'preact/hooks';
import type { Aim, Reach } from '../../town/earshot.ts';
import { words } from '../../words/language.ts';
import { useDesk, type Desk } from '../town/desk.ts';

const MOST_LETTERS = 1000;
/** More names than these are counted. */
const NAMED = 3;

export function TalkLine({ input }: { input: RefObject<HTMLInputElement | null> }) {
  const desk = useDesk();
  const { store, visitor } = desk;
  const [text, setText] = useState('');
  const [sending, setSending] = useState(false);
  const told = useId();
  const said = words().visit.talk;
  const reach = visitor.reach.value;
  const reaches = reach.kind === 'one' || reach.kind === 'all';
  const say = async () => {
    const line = text.trim();
    if (line === '' || !reaches) return;
    setSending(true);
    setText('');
    const fate = await visitor.speak(line);
    setSending(false);
    if (!fate.done) setText((now) => (now === '' ? line : now));
  };
  return (
    <form
      class="talk-line"
      onSubmit={(event) => {
        event.preventDefault();
        void say();
      }}
    >
      <AimChooser />
      <input
        ref={input}
        aria-label={said.say}
        aria-describedby={told}
        placeholder={placeholder(reach, desk)}
        maxLength={MOST_LETTERS}
        autoComplete="off"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          // Only out of the line: an open panel stays.
          event.stopPropagation();
          document.getElementById('map')?.focus({ preventScroll: true });
        }}
      />
      <button class="speak" disabled={sending || !reaches || text.trim() === '' || store.connection.value !== 'live'}>
        {said.send}
      </button>
      <p id={told} class={`reach ${reaches ? '' : 'none'}`} data-testid="reach">
        {reachWords(reach, desk)}
      </p>
    </form>
  );
}

function AimChooser() {
  const { store, visitor } = useDesk();
  const said = words().visit.talk;
  const setting = store.setting.value;
  const visitors = store.state.value?.visitors ?? {};
  const awake = visitor.near.value.filter(({ asleep }) => !asleep);
  const residents = visitor.near.value.filter(({ resident }) => resident);
  const aim = visitor.aim.value;
  const nameOf = (id: string) => setting?.firstNameOf(id, visitors) ?? '';
  const nearest = residents.find(({ asleep }) => !asleep) ?? awake[0];
  const gone = aim.kind === 'one' && !residents.some(({ id }) => id === aim.id) ? aim.id : null;
  return (
    <select
      class="aim"
      aria-label={said.to}
      value={aim.kind === 'one' ? aim.id : aim.kind}
      onChange={(event) => (visitor.aim.value = aimOf(event.currentTarget.value))}
    >
      <option value="nearest">{nearest === undefined ? said.nobodyNear : said.nearest(nameOf(nearest.id))}</option>
      {(awake.length > 1 || aim.kind === 'all') && <option value="all">{said.all(awake.length)}</option>}
      {residents.map(({ id }) => (
        <option key={id} value={id}>
          {nameOf(id)}
        </option>
      ))}
      {gone !== null && <option value={gone}>{nameOf(gone)}</option>}
    </select>
  );
}

const aimOf = (value: string): Aim =>
  value === 'nearest' || value === 'all' ? { kind: value } : { kind: 'one', id: value };

function placeholder(reach: Reach, { store }: Desk): string {
  const { placeholder, placeholderAll, placeholderNobody } = words().visit.talk;
  if (reach.kind === 'one') return placeholder(store.setting.value?.firstNameOf(reach.id) ?? '');
  return reach.kind === 'all' ? placeholderAll : placeholderNobody;
}

function reachWords(reach: Reach, { store }: Desk): string {
  const { reach: said, list } = words().visit;
  const setting = store.setting.value;
  const visitors = store.state.value?.visitors ?? {};
  const nameOf = (id: string) => setting?.firstNameOf(id, visitors) ?? '';
  const names = (ids: readonly string[]) => list(ids.slice(0, NAMED).map(nameOf), Math.max(0, ids.length - NAMED));
  switch (reach.kind) {
    case 'nobody':
      return said.nobody;
    case 'asleep':
      return said.asleep(nameOf(reach.id));
    case 'away':
      return said.away(nameOf(reach.id));
    case 'one':
      return reach.others.length === 0
        ? said.one(nameOf(reach.id))
        : said.oneAndOthers(nameOf(reach.id), names(reach.others));
    case 'all':
      return reach.ids.length === 1 ? said.onlyOne(names(reach.ids)) : said.all(names(reach.ids));
  }
}
