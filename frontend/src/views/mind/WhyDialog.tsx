/** Why? The chain behind something: memories with their scores, the question, the answer, and what it led to. */
import { useEffect, useRef } from 'preact/hooks';
import type { AskingView, MemoryView, Recorded, WhyView } from '../../town/generated.ts';
import { mindWords } from '../../town/innerWords.ts';
import { thinksAbout } from '../../town/words.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { CallStep } from './CallStep.tsx';
import { deed } from './deeds.ts';
import { MemoryCard } from './MemoryCard.tsx';

export function WhyDialog() {
  const desk = useDesk();
  const { trail, view, problem } = desk.why;
  const dialog = useRef<HTMLDialogElement>(null);
  const says = words().mind.chain;
  const open = trail.value.length > 0;
  useEffect(() => {
    if (open) dialog.current?.showModal();
  }, [open]);
  if (!open) return null;
  return (
    <dialog
      class="why-dialog"
      ref={dialog}
      aria-labelledby="why-title"
      onClose={() => desk.why.close()}
      onClick={(event) => {
        // Beside the dialog: nothing of it was hit but the whole.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div class="why-body scrolls">
        <header>
          {trail.value.length > 1 && (
            <button class="plain" type="button" onClick={() => desk.why.back()}>
              ← {says.back}
            </button>
          )}
          <h2 id="why-title">{says.title}</h2>
          <button class="close" type="button" aria-label={words().access.close} onClick={() => dialog.current?.close()}>
            ×
          </button>
        </header>
        {problem.value !== '' && (
          <p class="wrong" role="alert">
            {problem.value}
          </p>
        )}
        {view.value === null && problem.value === '' && <p class="quiet">{says.following}</p>}
        {view.value !== null && <Chain view={view.value} />}
      </div>
    </dialog>
  );
}

function Chain({ view }: { view: WhyView }) {
  const { store, why } = useDesk();
  const { setting, state, calendar, tick } = store;
  const known = setting.value;
  if (known === null) return null;
  const said = (recorded: Recorded) => deed(recorded.event, known, state.value);
  const { line } = view;
  const says = words().mind.chain;
  return (
    <ol class="chain">
      <li class="subject">
        <p>{said(view.event)}</p>
        <small>{calendar.value.moment(view.event.tick, tick.peek())}</small>
      </li>
      {line !== null && (
        <li>
          <h3>{says.saidSo}</h3>
          <button class="step" type="button" onClick={() => why.ask({ seq: line.seq })}>
            {said(line)}
          </button>
        </li>
      )}
      {view.drawn_from.length > 0 && (
        <li>
          <h3>{says.comesOf}</h3>
          <Memories memories={view.drawn_from} />
        </li>
      )}
      {view.questions.map((asking) => (
        <Asking key={asking.key} asking={asking} said={said} />
      ))}
      {view.questions.length === 0 && view.drawn_from.length === 0 && line === null && (
        <li class="quiet">{says.nothing}</li>
      )}
    </ol>
  );
}

function Memories({ memories }: { memories: readonly MemoryView[] }) {
  return (
    <ul class="grounds">
      {memories.map((memory) => (
        <MemoryCard key={memory.id} memory={memory} />
      ))}
    </ul>
  );
}

function Asking({ asking, said }: { asking: AskingView; said: (recorded: Recorded) => string }) {
  const { store, why } = useDesk();
  const { calendar, tick, setting } = store;
  const { question, resident, grounds, mind, choice, lapsed, calls, effects } = asking;
  const says = words().mind.chain;
  const who = setting.value?.firstNameOf(resident) ?? resident;
  return (
    <li>
      <h3>{words().telling.whose(who, thinksAbout(question))}</h3>
      <small>
        {calendar.value.moment(asking.tick, tick.peek())} · {mindWords(mind)}
      </small>
      {choice !== '' && <p class={lapsed ? 'wrong' : 'choice'}>{lapsed ? says.cameToNothing(choice) : choice}</p>}
      {grounds.length > 0 && (
        <details open={grounds.length <= 4}>
          <summary>{says.cameToMind(grounds.length)}</summary>
          <ul class="grounds">
            {grounds.map(({ memory, scores, cited }) => (
              <MemoryCard key={memory.id} memory={memory} scores={scores} cited={cited} />
            ))}
          </ul>
        </details>
      )}
      {calls.map((call) => (
        <CallStep key={call.id} call={call} />
      ))}
      {effects.length > 0 && (
        <details>
          <summary>{says.ledTo(effects.length)}</summary>
          <ul class="effects">
            {effects.map((effect) => (
              <li key={effect.seq}>
                <button class="step" type="button" onClick={() => why.ask({ seq: effect.seq })}>
                  {said(effect)}
                </button>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
