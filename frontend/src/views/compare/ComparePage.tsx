/** Two towns of one family side by side: two maps with one clock and one view, and what is otherwise. */
import { useEffect, useState } from 'preact/hooks';
import { words } from '../../words/language.ts';
import { Badge } from '../access/Badge.tsx';
import { follow } from '../routes.ts';
import { BothClock } from './BothClock.tsx';
import { ComparedMap } from './ComparedMap.tsx';
import { Differences } from './Differences.tsx';
import { Looking, LookingContext, SIDES } from './looking.ts';
import { expose } from './testHook.ts';

export function ComparePage({ one, other }: { one: string; other: string }) {
  const [looking] = useState(() => new Looking(one, other));
  useEffect(() => {
    const { comparison } = looking;
    comparison.open();
    let frame = 0;
    const run = () => {
      frame = requestAnimationFrame(run);
      comparison.advance(performance.now());
      looking.link();
    };
    run();
    const conceal = expose(looking);
    return () => {
      cancelAnimationFrame(frame);
      conceal();
      comparison.close();
    };
  }, [looking]);
  const says = words().compare;
  const names = SIDES.map((side) => looking.comparison[side].town.value?.name ?? '');
  const title = says.title(names[0] ?? '', names[1] ?? '');
  useEffect(() => {
    document.title = `${title} · Townlet`;
  }, [title]);
  const failure = looking.comparison.stores.map((store) => store.failure.value).find((why) => why !== null);
  if (failure !== undefined) {
    return (
      <main class="failure">
        <h1 class="brand">Townlet</h1>
        <p role="alert">{failure}</p>
        <a class="cta" href="/" onClick={follow}>
          {words().access.seeAllTowns}
        </a>
      </main>
    );
  }
  return (
    <LookingContext.Provider value={looking}>
      <main class={`compare shows-${looking.side.value}`} tabIndex={-1}>
        <header class="top">
          <a class="brand" href="/" onClick={follow} aria-label={words().topBar.allTowns}>
            Townlet
          </a>
          <h1>{title}</h1>
          <Moment looking={looking} />
          <Badge />
        </header>
        <div class="compared-switch" role="group" aria-label={says.maps}>
          {SIDES.map((side, index) => (
            <button
              key={side}
              type="button"
              class={`chip side-${side}`}
              aria-pressed={looking.side.value === side}
              onClick={() => (looking.side.value = side)}
            >
              {names[index]}
            </button>
          ))}
        </div>
        <div class="compared-maps">
          {SIDES.map((side) => (
            <ComparedMap key={side} side={side} />
          ))}
        </div>
        <Differences />
        <BothClock />
      </main>
    </LookingContext.Provider>
  );
}

/** A part of its own: it changes every minute of the towns. */
function Moment({ looking }: { looking: Looking }) {
  const { one, tick } = looking.comparison;
  if (one.state.value === null) return null;
  const calendar = one.calendar.value;
  return (
    <span class="pill clock" data-testid="clock">
      <span class="wide">{words().topBar.day(calendar.weekday(tick.value), calendar.dayNumber(tick.value))} </span>
      <b>{calendar.clock(tick.value)}</b>
    </span>
  );
}
