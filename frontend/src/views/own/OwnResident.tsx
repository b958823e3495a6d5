/** The dialog in which somebody makes a resident of their own, and sees at once who it would be. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { newcomersOf, type Newcomer, type NewcomersOf, type Sketch } from '../../town/newcomers.ts';
import type { ResidentPreview, ScenarioSummary, ScenarioView } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { Described } from './Described.tsx';
import { draftOf, emptyDraft, formOf, isPromising, partsOf, type Draft, type MadeUp } from './draft.ts';
import { FromFile } from './FromFile.tsx';
import { LifeFields } from './LifeFields.tsx';
import { Preview } from './Preview.tsx';
import { Ways, type Way } from './Ways.tsx';

const RESTING_MS = 450;
const NOTHING: MadeUp = new Set();
const PARTS = [
  'name',
  'age',
  'pronouns',
  'traits',
  'home',
  'job',
  'likes',
  'knows',
  'wants',
  'about',
  'wake',
  'looks',
] as const;

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
  const [way, setWay] = useState<Way>('form');
  const [draft, setDraft] = useState(() => emptyDraft(scenario, says));
  const [madeUp, setMadeUp] = useState(NOTHING);
  const [told, setTold] = useState('');
  const [sketch, setSketch] = useState<Sketch | null>(null);
  const [file, setFile] = useState('');
  const missing = whatIsMissing(way, draft, sketch, file);
  const newcomer: Newcomer = way === 'file' ? { file } : { form: formOf(draft) };
  const { preview, busy } = usePreview(server, newcomer, missing === '');
  const { send, sending, outcome } = useSending(server, newcomer, preview?.name ?? '', saved);
  useEffect(() => dialog.current?.showModal(), []);
  const change = (part: Partial<Draft>) => {
    setDraft((now) => ({ ...now, ...part }));
    const written = new Set(partsOf(part));
    setMadeUp((before) => new Set([...before].filter((one) => !written.has(one))));
  };
  const take = (found: Sketch) => {
    setSketch(found);
    setDraft((now) => draftOf(found.form, now));
    setMadeUp(new Set(PARTS.filter((part) => !found.said.includes(part))));
  };
  const name = way === 'file' ? (preview?.name ?? '') : draft.name;
  const first = name.trim().split(' ')[0] ?? '';
  const called = first === '' ? says.somebody : first;
  const ready = missing === '' && preview !== null && preview.faults.length === 0 && !busy;
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
          <Ways way={way} choose={setWay} />
          {way === 'words' && <Described server={server} text={told} write={setTold} sketch={sketch} take={take} />}
          {way === 'file' && <FromFile text={file} write={setFile} />}
          {(way === 'form' || (way === 'words' && sketch !== null)) && (
            <LifeFields scenario={scenario} draft={draft} change={change} madeUp={way === 'words' ? madeUp : NOTHING} />
          )}
        </div>
        <Preview
          draft={way === 'file' || (way === 'words' && sketch === null) ? null : draft}
          change={change}
          madeUp={way === 'words' ? madeUp : NOTHING}
          preview={preview}
          busy={busy}
          missing={missing}
        />
        <footer>
          {outcome !== null && (
            <p class={outcome.done ? 'right' : 'wrong'} role={outcome.done ? 'status' : 'alert'}>
              {outcome.words}
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

/** What somebody has to say before anything can be seen; empty: nothing. */
function whatIsMissing(way: Way, draft: Draft, sketch: Sketch | null, file: string): string {
  const says = words().own;
  if (way === 'file') return file.trim() === '' ? says.tellFile : '';
  if (way === 'words' && sketch === null) return says.tellWords;
  return isPromising(draft) ? '' : says.tellMore;
}

/** Looks at the newcomer whenever it has come to rest. */
function usePreview(server: NewcomersOf, newcomer: Newcomer, promising: boolean) {
  const [preview, setPreview] = useState<ResidentPreview | null>(null);
  const [busy, setBusy] = useState(false);
  const told = JSON.stringify(newcomer);
  useEffect(() => {
    if (!promising) {
      setPreview(null);
      return;
    }
    let over = false;
    setBusy(true);
    const timer = setTimeout(() => {
      void server.preview(newcomer).then((seen) => {
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
    // The newcomer's text is what it depends on.
  }, [told, promising, server]);
  return { preview, busy };
}

function useSending(server: NewcomersOf, newcomer: Newcomer, name: string, saved: Props['saved']) {
  const [sending, setSending] = useState(false);
  const [outcome, setOutcome] = useState<{ done: boolean; words: string } | null>(null);
  const send = async () => {
    setSending(true);
    setOutcome(null);
    const sent = await server.send(newcomer);
    setSending(false);
    const says = words().own;
    if (!sent.done) setOutcome({ done: false, words: sent.reason });
    else if (sent.scenario === null) setOutcome({ done: true, words: says.added(name.trim().split(' ')[0] ?? '') });
    else {
      setOutcome({ done: true, words: says.saved(sent.scenario.title) });
      saved?.(sent.scenario);
    }
  };
  return { send, sending, outcome };
}
