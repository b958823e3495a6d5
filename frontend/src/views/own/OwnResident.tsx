/** The dialog in which somebody makes a resident of their own, and sees at once who it would be. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { newcomersOf, type NewcomersOf } from '../../town/newcomers.ts';
import type { ResidentPreview, ScenarioSummary, ScenarioView } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { emptyDraft, formOf, isPromising, type Draft } from './draft.ts';
import { LifeFields } from './LifeFields.tsx';
import { Preview } from './Preview.tsx';

const RESTING_MS = 450;

interface Props {
  scenario: ScenarioView;
  /** Where it is to live: in a town that is alive, else in a copy of the scenario. */
  town: string | null;
  close: () => void;
  saved?: (scenario: ScenarioSummary) => void;
}

export function OwnResident({ scenario, town, close, saved }: Props) {
  const says = words().own;
  const dialog = useRef<HTMLDialogElement>(null);
  const [server] = useState(() => newcomersOf(town, scenario.id));
  const [draft, setDraft] = useState(() => emptyDraft(scenario, says));
  const { preview, busy } = usePreview(server, draft);
  const { send, sending, told } = useSending(server, draft, saved);
  useEffect(() => dialog.current?.showModal(), []);
  const change = (part: Partial<Draft>) => setDraft((now) => ({ ...now, ...part }));
  const first = draft.name.trim().split(' ')[0] ?? '';
  const called = first === '' ? says.somebody : first;
  const ready = isPromising(draft) && preview !== null && preview.faults.length === 0 && !busy;
  return (
    <dialog class="own" ref={dialog} aria-labelledby="own-title" onClose={close}>
      <form
        class="own-body"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <header>
          <h2 id="own-title">{says.titleTown(scenario.title)}</h2>
          <button class="close" type="button" aria-label={says.close} onClick={() => dialog.current?.close()}>
            ×
          </button>
        </header>
        <div class="own-fields">
          <LifeFields scenario={scenario} draft={draft} change={change} />
        </div>
        <Preview draft={draft} change={change} preview={preview} busy={busy} promising={isPromising(draft)} />
        <footer>
          {told !== null && (
            <p class={told.done ? 'right' : 'wrong'} role={told.done ? 'status' : 'alert'}>
              {told.words}
            </p>
          )}
          <button class="cta" disabled={!ready || sending}>
            {sending
              ? town === null
                ? says.saving
                : says.adding
              : town === null
                ? says.save(called)
                : says.add(called)}
          </button>
        </footer>
      </form>
    </dialog>
  );
}

/** Looks at the draft whenever it has come to rest. */
function usePreview(server: NewcomersOf, draft: Draft) {
  const [preview, setPreview] = useState<ResidentPreview | null>(null);
  const [busy, setBusy] = useState(false);
  const form = JSON.stringify(formOf(draft));
  const promising = isPromising(draft);
  useEffect(() => {
    if (!promising) {
      setPreview(null);
      return;
    }
    let over = false;
    setBusy(true);
    const timer = setTimeout(() => {
      void server.preview(formOf(draft)).then((seen) => {
        if (over) return;
        setPreview(seen);
        setBusy(false);
      });
    }, RESTING_MS);
    return () => {
      over = true;
      setBusy(false);
      clearTimeout(timer);
    };
    // The draft's text is what it depends on.
  }, [form, promising, server]);
  return { preview, busy };
}

function useSending(server: NewcomersOf, draft: Draft, saved: Props['saved']) {
  const [sending, setSending] = useState(false);
  const [told, setTold] = useState<{ done: boolean; words: string } | null>(null);
  const send = async () => {
    setSending(true);
    setTold(null);
    const outcome = await server.send(formOf(draft));
    setSending(false);
    const says = words().own;
    if (!outcome.done) setTold({ done: false, words: outcome.reason });
    else if (outcome.scenario === null)
      setTold({ done: true, words: says.added(draft.name.trim().split(' ')[0] ?? '') });
    else {
      setTold({ done: true, words: says.saved(outcome.scenario.title) });
      saved?.(outcome.scenario);
    }
  };
  return { send, sending, told };
}
