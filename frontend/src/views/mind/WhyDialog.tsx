/** Why? The chain behind something: memories with their scores, the question, the answer, and what it led to. */
import type { AskingView, MemoryView, Recorded, WhyView } from '../../town/generated.ts';
import { mindWords } from '../../town/innerWords.ts';
import { thinksAbout } from '../../town/words.ts';
import { words } from '../../words/language.ts';
import { Dialog } from '../Dialog.tsx';
import { useDesk } from '../town/desk.ts';
import { CallStep } from './CallStep.tsx';
import { deed } from './deeds.ts';
import { MemoryCard } from './MemoryCard.tsx';

export function WhyDialog() {
  const desk = useDesk();
  const { trail, view, problem } = desk.why;
  const says = words().mind.chain;
  if (trail.value.length === 0) return null;
  return (
    <Dialog title={says.title} head={<Head />} problem={problem.value} close={() => desk.why.close()}>
      {view.value === null && problem.value === '' && <p class="quiet">{says.following}</p>}
      {view.value !== null && <Chain view={view.value} />}
    </Dialog>
  );
}

function Head() {
  const { why } = useDesk();
  const says = words().mind.chain;
  return (
    <>
      {why.trail.value.length > 1 && (
        <button class="plain" type="button" onClick={() => why.back()}>
          ← {says.back}
        </button>
      )}
      <h2>{says.title}</h2>
    </>
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
