/** What a resident remembers, the newest first. */
import { useEffect, useState } from 'preact/hooks';
import { TICKS_PER_HOUR } from '../../town/calendar.ts';
import type { MemoryKind, Source } from '../../town/generated.ts';
import { EVERYTHING, MemoryStream, type Memory, type Wanted } from '../../town/memories.ts';
import type { Setting } from '../../town/setting.ts';
import { locale, words } from '../../words/language.ts';
import { Recollections } from '../mind/Recollections.tsx';
import { Roots } from '../mind/Roots.tsx';
import { useDesk } from '../town/desk.ts';

const ICONS: Readonly<Record<MemoryKind, string>> = {
  observation: '👁️',
  conversation: '💬',
  plan: '🗓️',
  reflection: '💭',
  planted: '🌱',
};
const SETTLED_MS = 120;
const KINDS = Object.keys(ICONS) as MemoryKind[];

export function Memories({ id }: { id: string }) {
  const { store } = useDesk();
  const [stream] = useState(() => new MemoryStream(store.id, id));
  useEffect(() => {
    return store.watch((recorded) => stream.hear(recorded));
  }, [store, stream]);
  const jump = store.jumps.value;
  useEffect(() => {
    const read = () => void stream.asOf(store.past.peek() === null ? null : store.tick.peek());
    if (jump === 0) read();
    // Who is dragged through a day settles somewhere.
    const timer = jump === 0 ? undefined : setTimeout(read, SETTLED_MS);
    return () => clearTimeout(timer);
  }, [store, stream, jump]);
  const [wanted, setWanted] = useState(EVERYTHING);
  const want = (changed: Wanted) => {
    setWanted(changed);
    void stream.want(changed);
  };
  const memories = stream.memories.value;
  const loading = stream.loading.value;
  const says = words().resident.memories;
  return (
    <>
      <Recollections id={id} />
      <Filters id={id} wanted={wanted} want={want} />
      <ol class="memories">
        {memories.map((memory) => (
          <MemoryItem key={memory.id} id={id} memory={memory} />
        ))}
      </ol>
      {loading === 'loading' && <p class="quiet">{says.loading}</p>}
      {loading === 'ready' && memories.length === 0 && (
        <p class="quiet">{wanted === EVERYTHING ? says.none : says.noneFits}</p>
      )}
      {loading === 'failed' && (
        <p class="wrong" role="alert">
          {stream.problem.value}{' '}
          <button class="plain" type="button" onClick={() => void stream.load()}>
            {says.tryAgain}
          </button>
        </p>
      )}
      {loading === 'ready' && stream.more.value && (
        <button class="plain more" type="button" onClick={() => void stream.load()}>
          {says.older}
        </button>
      )}
    </>
  );
}

interface FilterProps {
  id: string;
  wanted: Wanted;
  want: (wanted: Wanted) => void;
}

/** By words, kind, person and time. */
function Filters({ id, wanted, want }: FilterProps) {
  const { state, setting, calendar, tick } = useDesk().store;
  const says = words().resident.memories;
  const known = Object.entries(state.value?.residents[id]?.relationships ?? {});
  const name = (other: string) => setting.value?.nameOf(other) ?? other;
  const people = known
    .map(([other, { name: given }]) => ({
      other,
      called: setting.value?.people.has(other) ? name(other) : (given ?? words().resident.people.visitor),
    }))
    .sort((a, b) => a.called.localeCompare(b.called, locale()));
  // As of when the filters were opened: a choice that moves on would be another one at each look.
  const [now] = useState(() => tick.peek());
  const today = calendar.value.startOfDay(now);
  const since = [
    { label: says.sinceYesterday, from: calendar.value.startOfDay(today - 1) },
    { label: says.today, from: today },
    { label: says.lastHour, from: now - TICKS_PER_HOUR },
  ].filter(({ from }) => from > 0);
  // Kept by itself: memories come in while somebody types, and each draws these filters anew.
  const [typed, setTyped] = useState(wanted.q);
  return (
    <search class="filters">
      <input
        type="search"
        aria-label={says.words}
        placeholder={says.search}
        maxLength={100}
        value={typed}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onChange={(event) => want({ ...wanted, q: event.currentTarget.value })}
      />
      <select
        aria-label={says.kind}
        value={wanted.kind}
        onChange={(event) => want({ ...wanted, kind: event.currentTarget.value as Wanted['kind'] })}
      >
        <option value="">{says.allKinds}</option>
        {KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {ICONS[kind]} {says.kinds[kind]}
          </option>
        ))}
      </select>
      <select
        aria-label={says.aboutWhom}
        value={wanted.about}
        onChange={(event) => want({ ...wanted, about: event.currentTarget.value })}
      >
        <option value="">{says.anybody}</option>
        {people.map(({ other, called }) => (
          <option key={other} value={other}>
            {called}
          </option>
        ))}
      </select>
      <select
        aria-label={says.fromWhen}
        value={wanted.from}
        onChange={(event) => want({ ...wanted, from: Number(event.currentTarget.value) })}
      >
        <option value={0}>{says.always}</option>
        {since.map(({ from, label }) => (
          <option key={label} value={from}>
            {label}
          </option>
        ))}
      </select>
    </search>
  );
}

/** Sources of what others may know as well. */
const TRAVELS: ReadonlySet<Source['by']> = new Set(['speaker', 'intervention']);

function MemoryItem({ id, memory }: { id: string; memory: Memory }) {
  const desk = useDesk();
  const { setting, calendar, tick } = desk.store;
  const says = words().resident.memories;
  const kind = says.kinds[memory.kind];
  const source = setting.value === null ? '' : sourceWords(memory.source, setting.value);
  return (
    <li>
      <span class="kind" title={kind}>
        <span aria-hidden="true">{ICONS[memory.kind]}</span>
        <span class="unseen">{kind}</span>
      </span>
      <div>
        <p>{memory.text}</p>
        <small>
          {memory.kind === 'planted' ? says.fromBefore : calendar.value.moment(memory.tick, tick.peek())}
          {source !== '' && ` · ${source}`}{' '}
          {memory.kind !== 'planted' && (
            <button class="link" type="button" onClick={() => desk.why.ask({ seq: memory.seq })}>
              {words().mind.why}
            </button>
          )}{' '}
          {TRAVELS.has(memory.source.by) && (
            <button class="link" type="button" onClick={() => desk.spread.follow({ memory: memory.id })}>
              {words().spread.who}
            </button>
          )}
        </small>
        {memory.source.memories.length > 0 && <Roots resident={id} memory={memory.id} />}
      </div>
      <Importance of={memory.importance} />
    </li>
  );
}

/** 1 to 10 as one to five dots. */
function Importance({ of: importance }: { of: number }) {
  const says = words().resident.memories.importance(importance);
  const dots = Math.max(1, Math.round(importance / 2));
  return (
    <span class="dots" role="img" aria-label={says} title={says}>
      {'●'.repeat(dots)}
      <i>{'●'.repeat(5 - dots)}</i>
    </span>
  );
}

function sourceWords(source: Source, setting: Setting): string {
  const says = words().resident.memories;
  switch (source.by) {
    case 'speaker':
      return source.who === null ? says.toldBySomebody : says.toldBy(setting.firstNameOf(source.who));
    case 'conversation':
      return says.fromTalk;
    case 'intervention':
      return says.fromOutside;
    case 'thought':
      return source.memories.length > 1 ? says.drawnFrom(source.memories.length) : says.ownThought;
    case 'perception':
      return says.perceived;
    case 'scenario':
      return '';
  }
}
