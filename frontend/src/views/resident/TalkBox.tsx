/** A word with a resident: what was said, the answer as it comes, and a line to write. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DialogueLine } from '../../town/dialogues.ts';
import type { PersonaView } from '../../town/generated.ts';
import { may } from '../../town/session.ts';
import { forgetName, introduce, MOST_LETTERS, visitorName } from '../../town/visitor.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { useDesk } from '../town/desk.ts';

const SHOWN = 12;
const NO_LINES: readonly DialogueLine[] = [];

export function TalkBox({ id, person }: { id: string; person: PersonaView }) {
  const { store, actions, visitor } = useDesk();
  const says = words().resident.talk;
  const [text, setText] = useState('');
  /** What was said and is not in the log yet. */
  const [pending, setPending] = useState<string | null>(null);
  const [reason, setReason] = useState('');
  const first = person.name.split(' ')[0] ?? person.name;
  const speak = async () => {
    const line = text.trim();
    if (line === '') return;
    setPending(line);
    setReason('');
    setText('');
    const outcome = await actions.speak(id, line);
    setPending(null);
    if (outcome.done) return;
    setReason(outcome.reason);
    setText((now) => (now === '' ? line : now));
  };
  if (!may('visitor')) {
    return (
      <p class="quiet only-watching">
        <span aria-hidden="true">👀</span> {says.onlyWatching(first)}
      </p>
    );
  }
  // Whoever has a body in town has to walk up to those it talks to.
  const tooFar = visitor.me.value !== null && !visitor.near.value.some((one) => one.id === id);
  return (
    <div class="talk">
      <Dialogue id={id} first={first} pending={pending} />
      {reason !== '' && (
        <p class="wrong" role="alert">
          {reason}
        </p>
      )}
      {tooFar ? (
        <WalkUp id={id} first={first} />
      ) : visitorName.value === '' ? (
        <Introduction first={first} />
      ) : (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void speak();
          }}
        >
          <input
            aria-label={says.sayTo(person.name)}
            placeholder={says.sayToFirst(first)}
            maxLength={1000}
            autoComplete="off"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
          <button class="speak" disabled={pending !== null || text.trim() === '' || store.connection.value === 'away'}>
            {says.say}
          </button>
        </form>
      )}
      {visitorName.value !== '' && visitor.me.value === null && (
        <p class="quiet speaking-as">
          {says.speakAs} <b>{visitorName.value}</b>.{' '}
          <button type="button" class="link" onClick={forgetName}>
            {says.changeName}
          </button>
        </p>
      )}
    </div>
  );
}

interface DialogueProps {
  id: string;
  first: string;
  pending: string | null;
}

function Dialogue({ id, first, pending }: DialogueProps) {
  const { dialogues, state } = useDesk().store;
  const says = words().resident.talk;
  const list = useRef<HTMLOListElement>(null);
  const lines = dialogues.lines.value[id] ?? NO_LINES;
  const draft = dialogues.drafts.value[id];
  const sent = useRef(0);
  if (pending === null) sent.current = lines.length;
  const unheard = pending !== null && !lines.slice(sent.current).some((line) => line.mine);
  const thinking =
    draft === undefined &&
    Object.values(state.value?.questions ?? {}).some(
      ({ resident, question }) => resident === id && question === 'answer',
    );
  useEffect(() => {
    list.current?.scrollTo({ top: list.current.scrollHeight });
  }, [lines, draft, thinking, pending]);
  if (lines.length === 0 && draft === undefined && !thinking && pending === null) return null;
  return (
    <ol class="dialogue scrolls" ref={list} aria-label={says.yours(first)}>
      {lines.slice(-SHOWN).map((line) => (
        <li key={line.seq} class={line.mine ? 'mine' : 'theirs'}>
          <span class="unseen">{line.mine ? says.youSaid : says.theySaid(first)} </span>
          {line.text}
        </li>
      ))}
      {unheard && <li class="mine">{pending}</li>}
      {draft !== undefined && (
        <li class="theirs draft" data-testid="draft">
          {draft.torn ? '… ' : ''}
          {draft.text}
          <span class="caret" aria-hidden="true" />
        </li>
      )}
      {thinking && <li class="theirs draft">{says.thinking(first)}</li>}
    </ol>
  );
}

function WalkUp({ id, first }: { id: string; first: string }) {
  const desk = useDesk();
  const { tooFar, walkUp } = words().visit;
  const walk = () => {
    desk.following.value = false;
    desk.sheetOpen.value = false;
    desk.visitor.walkUpTo(id);
  };
  return (
    <p class="walk-up">
      {tooFar(first)}{' '}
      <button class="chip" type="button" onClick={walk}>
        <span aria-hidden="true">🚶</span> {walkUp(first)}
      </button>
    </p>
  );
}

/** Asked once: residents want to know who speaks to them. */
function Introduction({ first }: { first: string }) {
  const says = words().resident.talk;
  const [name, setName] = useState('');
  const [refused, setRefused] = useState(false);
  return (
    <form
      class="introduction"
      onSubmit={(event) => {
        event.preventDefault();
        setRefused(!introduce(name));
      }}
    >
      <Field label={says.callYou(first)}>
        {(id) => (
          <input
            id={id}
            value={name}
            maxLength={MOST_LETTERS}
            required
            autoComplete="given-name"
            placeholder={says.yourName}
            onInput={(e) => setName(e.currentTarget.value)}
          />
        )}
      </Field>
      <button class="speak">{says.thatsMe}</button>
      {refused && (
        <p class="wrong" role="alert">
          {says.badName}
        </p>
      )}
    </form>
  );
}
