/** What came of an intervention, while it spreads: who noticed it, who did something, who told whom; each leads to its moment. */
import { useEffect, useState } from 'preact/hooks';
import { countsOf, learningsOf, rowsOf, sortOf, SORTS, type Row, type Sort } from '../../town/aftermath.ts';
import { deedLine } from '../../town/branches/deeds.ts';
import type { AftermathView } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { KnowingCurve } from '../spread/KnowingCurve.tsx';
import { useDesk } from '../town/desk.ts';
import { StepRow } from './StepRow.tsx';

export function FollowPanel() {
  const desk = useDesk();
  const { aftermath, store } = desk;
  const { view, problem } = aftermath;
  const says = words().following;
  useEffect(() => store.follow((recorded) => aftermath.hear(recorded)), [aftermath, store]);
  return (
    <section class="aftermath" aria-label={says.title} data-testid="follow-panel">
      <header>
        <button class="plain back" type="button" onClick={() => aftermath.close()}>
          ← {says.back}
        </button>
        <h2>{says.title}</h2>
      </header>
      <div class="aftermath-body scrolls">
        {problem.value !== '' && (
          <p class="wrong" role="alert">
            {problem.value}
          </p>
        )}
        {view.value === null && problem.value === '' && <p class="quiet">{says.looking}</p>}
        {view.value !== null && <Followed view={view.value} />}
      </div>
    </section>
  );
}

function Followed({ view }: { view: AftermathView }) {
  const desk = useDesk();
  const { setting, calendar, tick } = desk.store;
  const says = words().following;
  const [sort, setSort] = useState<Sort | null>(null);
  const known = setting.value;
  if (known === null) return null;
  const { intervention: sent, memory, steps } = view;
  const rows = rowsOf(steps);
  const counts = countsOf(rows);
  const shown = rows.filter(({ step }) => sort === null || sortOf(step) === sort);
  const at = sent.stamp?.tick ?? null;
  const due = sent.at?.tick ?? null;
  const moment = (when: number) => calendar.value.moment(when, tick.peek());
  return (
    <>
      <blockquote>{deedLine(sent.input, known)}</blockquote>
      {at === null ? (
        <p class="quiet" role="status">
          {due === null ? says.waiting : says.waits(moment(due))}
        </p>
      ) : (
        <p class="keys">
          <button class="key" type="button" onClick={() => desk.lookAtMark({ tick: at, who: [] })}>
            {says.show(moment(at))}
          </button>
          {memory !== null && (
            <button class="key" type="button" onClick={() => desk.spread.follow({ memory })}>
              {says.whoKnows}
            </button>
          )}
        </p>
      )}
      {at !== null && counts.size === 0 && (
        <p class="quiet" role="status">
          {says.nothingYet}
        </p>
      )}
      {counts.size > 0 && (
        <>
          <KnowingCurve
            learnings={learningsOf(steps)}
            show={({ tick: when, who }) => desk.lookAtMark({ tick: when, who: [who] })}
          />
          <Sorts counts={counts} all={rows.length} chosen={sort} choose={setSort} />
          <Steps rows={shown} />
        </>
      )}
      {view.cut && <p class="quiet">{says.cut}</p>}
    </>
  );
}

function Steps({ rows }: { rows: readonly Row[] }) {
  const { store } = useDesk();
  // Read so that a moment of the past tells what lies behind it from what was still to come.
  const now = store.past.value === null ? Infinity : store.tick.value;
  return (
    <ol class="steps">
      {rows.map((row) => (
        <StepRow key={row.step.seq} row={row} later={row.step.tick > now} />
      ))}
    </ol>
  );
}

interface SortsProps {
  counts: ReadonlyMap<Sort, number>;
  all: number;
  chosen: Sort | null;
  choose: (sort: Sort | null) => void;
}

/** How many there are of each sort; one of them may be listed alone. */
function Sorts({ counts, all, chosen, choose }: SortsProps) {
  const says = words().following;
  const sorts = SORTS.filter((sort) => counts.has(sort));
  return (
    <div class="sorts" role="group" aria-label={says.sifted}>
      <button class="chip" type="button" aria-pressed={chosen === null} onClick={() => choose(null)}>
        {says.all} <b>{all}</b>
      </button>
      {sorts.map((sort) => (
        <button
          key={sort}
          class="chip"
          type="button"
          aria-pressed={chosen === sort}
          onClick={() => choose(chosen === sort ? null : sort)}
        >
          {says.sorts[sort]} <b>{counts.get(sort)}</b>
        </button>
      ))}
    </div>
  );
}
