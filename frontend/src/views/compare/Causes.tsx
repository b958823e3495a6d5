/** From what the differences come: the causes with their numbers, and of a single difference its own and the way from it. */
import { deedLine } from '../../town/branches/deeds.ts';
import type { CauseView, CompareView, StepOf, TraceOf } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { calledIn, momentOf, sideOf, useLooking } from './looking.ts';
import { Only } from './Only.tsx';

export function Causes({ view }: { view: CompareView }) {
  const says = words().compare;
  if (view.causes.length === 0) return <p>{says.noCause}</p>;
  return (
    <>
      <p>{says.causes(view.causes.length)}</p>
      <ol class="causes">
        {view.causes.map((cause, number) => (
          <li key={number}>
            <Cause cause={cause} number={number} />
          </li>
        ))}
      </ol>
    </>
  );
}

function Cause({ cause, number }: { cause: CauseView; number: number }) {
  const looking = useLooking();
  const says = words().compare;
  const setting = looking.comparison.one.setting.value;
  if (setting === null) return null;
  const { first, input, town, memories, said } = cause;
  const side = sideOf(looking, town);
  const who = first.resident;
  const follows = [...(memories > 0 ? [says.memoriesOfIt(memories)] : []), ...(said > 0 ? [says.linesOfIt(said)] : [])];
  return (
    <button class={`difference side-${side}`} type="button" onClick={() => looking.show(first.tick, who, side)}>
      <span class="cause-head">
        <Number number={number} />
        <Only side={side} />
      </span>
      <b>{input === null ? says.answered(calledIn(looking, side, who ?? '')) : deedLine(input.input, setting)}</b>
      <small>
        {momentOf(looking, first.tick)}
        {follows.length > 0 && ` · ${says.follows(follows)}`}
      </small>
    </button>
  );
}

/** The cause of one difference, and through whose lives it went; each leads to its moment. */
export function Trace({ trace }: { trace: TraceOf | null }) {
  const looking = useLooking();
  const says = words().compare;
  const cause = trace === null ? undefined : looking.comparison.view.value?.causes[trace.cause];
  if (trace === null || cause === undefined) return null;
  const { passed, passed_in_all: all } = trace;
  const half = all > passed.length ? passed.length / 2 : passed.length;
  const of = (step: StepOf) => (
    <button
      key={step.seq}
      class={step.named ? 'link' : 'link is-fitted'}
      type="button"
      title={`${says.goToMoment(momentOf(looking, step.tick))}${step.named ? '' : ` · ${says.fitted}`}`}
      onClick={() => looking.show(step.tick, step.resident, sideOf(looking, step.town))}
    >
      {calledIn(looking, sideOf(looking, step.town), step.resident ?? '')}
    </button>
  );
  return (
    <p class={trace.certain ? 'trace' : 'trace is-probable'}>
      <span title={trace.certain ? says.certain : says.probable}>
        {trace.certain ? says.because : says.probablyBecause}
      </span>
      <button
        class="cause-link"
        type="button"
        title={says.goToCause(trace.cause + 1)}
        aria-label={says.goToCause(trace.cause + 1)}
        onClick={() => looking.show(cause.first.tick, cause.first.resident, sideOf(looking, cause.town))}
      >
        <Number number={trace.cause} />
      </button>
      {passed.slice(0, half).map(of)}
      {all > passed.length && <span>{says.further(all - passed.length)}</span>}
      {passed.slice(half).map(of)}
    </p>
  );
}

function Number({ number }: { number: number }) {
  return <span class="cause-number">{number + 1}</span>;
}
