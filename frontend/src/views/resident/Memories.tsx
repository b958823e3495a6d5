/** What a resident remembers, the newest first. */
import { useEffect, useState } from 'preact/hooks';
import type { MemoryKind, Source } from '../../town/generated.ts';
import { MemoryStream, type Memory } from '../../town/memories.ts';
import type { Setting } from '../../town/setting.ts';
import { useDesk } from '../town/desk.ts';

const KINDS: Readonly<Record<MemoryKind, { icon: string; label: string }>> = {
  observation: { icon: '👁️', label: 'seen' },
  conversation: { icon: '💬', label: 'talked' },
  plan: { icon: '🗓️', label: 'planned' },
  reflection: { icon: '💭', label: 'concluded' },
  planted: { icon: '🌱', label: 'always known' },
};

export function Memories({ id }: { id: string }) {
  const { store } = useDesk();
  const [stream] = useState(() => new MemoryStream(store.id, id));
  useEffect(() => {
    const unwatch = store.watch((recorded) => stream.hear(recorded));
    void stream.load();
    return unwatch;
  }, [store, stream]);
  const memories = stream.memories.value;
  const loading = stream.loading.value;
  return (
    <>
      <ol class="memories">
        {memories.map((memory) => (
          <MemoryItem key={memory.id} memory={memory} />
        ))}
      </ol>
      {loading === 'loading' && <p class="quiet">Remembering …</p>}
      {loading === 'ready' && memories.length === 0 && <p class="quiet">Nothing is remembered yet.</p>}
      {loading === 'failed' && (
        <p class="wrong" role="alert">
          {stream.problem.value}{' '}
          <button class="plain" type="button" onClick={() => void stream.load()}>
            Try again
          </button>
        </p>
      )}
      {loading === 'ready' && stream.more.value && (
        <button class="plain more" type="button" onClick={() => void stream.load()}>
          Older memories
        </button>
      )}
    </>
  );
}

function MemoryItem({ memory }: { memory: Memory }) {
  const { setting, calendar, tick } = useDesk().store;
  const kind = KINDS[memory.kind];
  const source = setting.value === null ? '' : sourceWords(memory.source, setting.value);
  return (
    <li>
      <span class="kind" title={kind.label}>
        <span aria-hidden="true">{kind.icon}</span>
        <span class="unseen">{kind.label}</span>
      </span>
      <div>
        <p>{memory.text}</p>
        <small>
          {memory.kind === 'planted' ? 'from before' : calendar.value.moment(memory.tick, tick.peek())}
          {source !== '' && ` · ${source}`}
        </small>
      </div>
      <Importance of={memory.importance} />
    </li>
  );
}

/** 1 to 10 as one to five dots. */
function Importance({ of: importance }: { of: number }) {
  const dots = Math.max(1, Math.round(importance / 2));
  return (
    <span
      class="dots"
      role="img"
      aria-label={`importance ${importance} of 10`}
      title={`importance ${importance} of 10`}
    >
      {'●'.repeat(dots)}
      <i>{'●'.repeat(5 - dots)}</i>
    </span>
  );
}

function sourceWords(source: Source, setting: Setting): string {
  switch (source.by) {
    case 'speaker':
      return source.who === null ? 'told by somebody' : `told by ${setting.firstNameOf(source.who)}`;
    case 'conversation':
      return 'from a talk';
    case 'intervention':
      return 'from outside';
    case 'thought':
      return source.memories.length > 1 ? `drawn from ${source.memories.length} memories` : 'own thought';
    case 'perception':
      return 'seen or heard';
    case 'scenario':
      return '';
  }
}
