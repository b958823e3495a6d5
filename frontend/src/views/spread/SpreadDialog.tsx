/** Who knows of something, since when and from whom: a staircase of lines that were really said. */
import { useEffect, useState } from 'preact/hooks';
import { oneMoreKnows } from '../../town/direct/awaited.ts';
import type { KnowerView, SpreadView } from '../../town/generated.ts';
import { may } from '../../town/session.ts';
import { stepsOf, type Step } from '../../town/spread.ts';
import { words } from '../../words/language.ts';
import { standing as standingWords, sureness } from '../../town/innerWords.ts';
import { Dialog } from '../Dialog.tsx';
import { Portrait } from '../Portrait.tsx';
import { useDesk } from '../town/desk.ts';
import { howOf, originLine } from './howText.ts';
import { KnowingCurve } from './KnowingCurve.tsx';

/** Height of a row, in CSS pixels; the lines between rows are as long as that many of them. */
const ROW = 38;

export function SpreadDialog() {
  const desk = useDesk();
  const { spread, store } = desk;
  const { followed, view, problem } = spread;
  const { past, tick } = store;
  const says = words().spread;
  const open = followed.value !== null;
  useEffect(() => (open ? store.watch((recorded) => spread.hear(recorded)) : undefined), [open, spread, store]);
  if (!open) return null;
  const show: Show = (at, who) => {
    spread.close();
    desk.lookAtMark({ tick: at, who });
  };
  return (
    <Dialog look="spread-dialog" title={says.title} problem={problem.value} close={() => spread.close()}>
      {view.value === null && problem.value === '' && <p class="quiet">{says.following}</p>}
      {view.value !== null && (
        <Staircase view={past.value === null ? view.value : upto(view.value, tick.value)} show={show} />
      )}
      {view.value !== null && past.value === null && <DoSomethingThen view={view.value} />}
    </Dialog>
  );
}

/** A director's way to an intervention that waits until one more knows. */
function DoSomethingThen({ view }: { view: SpreadView }) {
  const desk = useDesk();
  const { followed } = desk.spread;
  if (!may('director') || followed.value === null) return null;
  const awaited = oneMoreKnows(followed.value, view.text, view.knowers.length);
  const go = () => {
    desk.spread.close();
    desk.directWhen(awaited);
  };
  return (
    <p class="keys">
      <button class="key" type="button" onClick={go}>
        {words().spread.whenMore}
      </button>
    </p>
  );
}

/** The same as it stood at a tick. */
function upto(view: SpreadView, tick: number): SpreadView {
  return { ...view, knowers: view.knowers.filter((knower) => knower.tick <= tick) };
}

type Show = (tick: number, who: string[]) => void;

function Staircase({ view, show }: { view: SpreadView; show: Show }) {
  const { tick } = useDesk().store;
  const [chosen, setChosen] = useState<string | null>(null);
  const says = words().spread;
  const steps = stepsOf(view, tick.value);
  const opened = view.knowers.find(({ resident }) => resident === chosen);
  return (
    <>
      <blockquote>{view.text}</blockquote>
      <p class="reach" role="status">
        {says.reach(view.knowers.length, view.residents)}
      </p>
      <KnowingCurve
        learnings={view.knowers.map(({ resident, tick: at }) => ({ who: resident, tick: at }))}
        show={({ tick: at, who }) => show(at, [who])}
      />
      <ol class="staircase" style={{ '--row': `${ROW}px` }}>
        {steps.map((step) => {
          const { resident } = step.knower;
          return (
            <StepRow
              key={resident}
              step={step}
              open={chosen === resident}
              choose={() => setChosen(chosen === resident ? null : resident)}
            />
          );
        })}
      </ol>
      {opened !== undefined && <Line knower={opened} show={show} />}
    </>
  );
}

interface StepProps {
  step: Step;
  open: boolean;
  choose: () => void;
}

function StepRow({ step: { knower, at, up }, open, choose }: StepProps) {
  const { setting, calendar, tick, state } = useDesk().store;
  const known = setting.value;
  if (known === null) return null;
  const { resident, told, standing, believes } = knower;
  const says = words().spread;
  const when = knower.tick < 1 ? says.before : calendar.value.moment(knower.tick, tick.peek());
  const how = howOf(knower, (id) => known.firstNameOf(id, state.value?.visitors));
  return (
    <li>
      <button class="step-row" type="button" aria-expanded={open} onClick={choose}>
        <Portrait hash={known.scenario.hash} resident={resident} size={28} />
        <span class="who">
          <b>{known.firstNameOf(resident)}</b>
          <small>
            {when} · {how}
            {standing !== null && <i> · {standingWords(standing)}</i>}
            {believes !== null && <i> · {sureness(believes)}</i>}
          </small>
        </span>
        <span class="track" aria-hidden="true">
          {up > 0 && <i class="telling" style={{ left: `${at * 100}%`, height: `${up * ROW}px` }} />}
          <i class="since" style={{ left: `${at * 100}%` }} />
          <i class={told === null ? 'dot source' : 'dot'} style={{ left: `${at * 100}%` }} />
        </span>
      </button>
    </li>
  );
}

/** How one of them came to know; the moment of it can be shown. */
function Line({ knower, show }: { knower: KnowerView; show: Show }) {
  const { store, why } = useDesk();
  const known = store.setting.value;
  if (known === null) return null;
  const { resident, told, origin, seq, tick } = knower;
  const name = (id: string) => known.nameOf(id, store.state.value?.visitors);
  const people = [resident, told?.speaker].filter((one) => one !== undefined);
  return (
    <p class="line" role="note">
      {told === null ? originLine(name(resident), origin, name) : `${name(told.speaker)}: “${told.text}”`}{' '}
      {tick > 0 && (
        <button class="link" type="button" onClick={() => show(tick, people)}>
          {words().spread.show}
        </button>
      )}{' '}
      <button class="link" type="button" onClick={() => why.ask({ seq: told?.seq ?? seq })}>
        {words().town.why}
      </button>
    </p>
  );
}
