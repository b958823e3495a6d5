/** What is otherwise in the two towns, and from what it comes; each leads to where and when it is. */
import type { ComponentChildren } from 'preact';
import { placeName } from '../../town/addresses.ts';
import type { ApartView, CompareView, SideView, TraceOf } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { Portrait } from '../Portrait.tsx';
import { Causes, Trace } from './Causes.tsx';
import { momentOf, nameOf, useLooking, SIDES, type Side } from './looking.ts';
import { Only } from './Only.tsx';

export function Differences() {
  const looking = useLooking();
  const { view, problem, playing } = looking.comparison;
  const says = words().compare;
  return (
    <aside class="differences scrolls" aria-label={says.differences} aria-busy={looking.comparison.looking.value}>
      <h2>{says.differences}</h2>
      {problem.value !== '' && (
        <p class="wrong" role="alert">
          {problem.value}
        </p>
      )}
      {view.value === null && problem.value === '' && <p class="quiet">{says.looking}</p>}
      {view.value !== null && (
        <>
          <p class="quiet" role="status">
            {says.upto(momentOf(looking, view.value.at))}
            {playing.value ? `. ${says.paused}` : ''}
          </p>
          <Beginning view={view.value} />
          <Elsewhere view={view.value} />
          <Knowing view={view.value} />
          <Saying view={view.value} />
        </>
      )}
    </aside>
  );
}

function Part({ title, children }: { title: string; children: ComponentChildren }) {
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

function Beginning({ view }: { view: CompareView }) {
  const looking = useLooking();
  const says = words().compare;
  const setting = looking.comparison.one.setting.value;
  if (setting === null) return null;
  const { first } = view;
  if (first === null) return <p>{says.same}</p>;
  const sides = SIDES.flatMap((side) => (first[side] === null ? [] : [{ side, event: first[side] }]));
  const [begins] = sides.sort((a, b) => a.event.tick - b.event.tick);
  const moment = momentOf(looking, begins?.event.tick ?? 0);
  const who = begins?.event.resident ?? null;
  return (
    <Part title={says.begins}>
      {begins !== undefined && (
        <button class="difference" type="button" onClick={() => looking.show(begins.event.tick, who, begins.side)}>
          {who === null ? says.parts(moment) : says.partsOf(moment, setting.firstNameOf(who))}
        </button>
      )}
      <Causes view={view} />
    </Part>
  );
}

function Elsewhere({ view }: { view: CompareView }) {
  const says = words().compare;
  return (
    <Part title={says.elsewhere}>
      {view.apart.length === 0 && <p class="quiet">{says.nobodyElsewhere}</p>}
      <ul>
        {view.apart.map((apart) => (
          <Apart key={apart.resident} apart={apart} />
        ))}
      </ul>
    </Part>
  );
}

function Apart({ apart }: { apart: ApartView }) {
  const looking = useLooking();
  const says = words().compare;
  const setting = looking.comparison.one.setting.value;
  if (setting === null) return null;
  const { resident, since, trace } = apart;
  const name = setting.firstNameOf(resident);
  const ticks = SIDES.flatMap((side) => since?.[side]?.tick ?? []);
  const began = Math.min(...ticks);
  return (
    <li class="apart">
      <Portrait hash={setting.scenario.hash} resident={resident} size={36} />
      <b>{name}</b>
      {SIDES.map((side) => {
        const at = apart[side];
        if (at === null) return <Only key={side} side={side} more={says.absent} />;
        const place = at.arena === null ? says.outside : placeName(at.arena);
        const what = says.where(place, at.action ?? '');
        const town = nameOf(looking, side);
        return (
          <button
            key={side}
            class={`difference side-${side}`}
            type="button"
            title={says.flyTo(name, town)}
            onClick={() => looking.flyTo(at.tile, side)}
          >
            <small>{town}</small>
            {what}
          </button>
        );
      })}
      <Trace trace={trace} />
      {ticks.length > 0 && (
        <button class="link" type="button" onClick={() => looking.show(began, resident, 'one')}>
          {says.since(momentOf(looking, began))}
        </button>
      )}
    </li>
  );
}

function Knowing({ view }: { view: CompareView }) {
  const looking = useLooking();
  const says = words().compare;
  const setting = looking.comparison.one.setting.value;
  return (
    <Part title={says.knows}>
      <BothSides
        view={view}
        all={({ memories_in_all: all }) => all}
        nothing={says.knowsNothing}
        count={says.memories}
        listed={({ memories }) => memories.length}
      >
        {(of, side) => (
          <>
            <p class="counts">
              {Object.entries(of.knows_more)
                .map(([who, more]) => `${setting?.firstNameOf(who) ?? who} +${more}`)
                .join(' · ')}
            </p>
            {of.memories.map((memory) => (
              <Entry
                key={memory.id}
                side={side}
                tick={memory.tick}
                who={memory.resident}
                text={memory.text}
                trace={memory.trace}
              />
            ))}
          </>
        )}
      </BothSides>
    </Part>
  );
}

function Saying({ view }: { view: CompareView }) {
  const says = words().compare;
  return (
    <Part title={says.said}>
      <BothSides
        view={view}
        all={({ said_in_all: all }) => all}
        nothing={says.saidNothing}
        count={says.lines}
        listed={({ said }) => said.length}
      >
        {(of, side) =>
          of.said.map((line) => (
            <Entry
              key={line.seq}
              side={side}
              tick={line.tick}
              who={line.speaker}
              text={words().branches.said(line.text)}
              trace={line.trace}
            />
          ))
        }
      </BothSides>
    </Part>
  );
}

interface BothProps {
  view: CompareView;
  all: (of: SideView) => number;
  nothing: string;
  count: (count: number) => string;
  listed: (of: SideView) => number;
  children: (of: SideView, side: Side) => ComponentChildren;
}

/** Folded where it is long: a day apart makes hundreds of them. */
function BothSides({ view, all, nothing, count, listed, children }: BothProps) {
  const says = words().compare;
  return (
    <>
      {SIDES.map((side) => {
        const of = view[side];
        const number = all(of);
        if (number === 0) {
          return (
            <p key={side} class="quiet">
              <Only side={side} /> {nothing}
            </p>
          );
        }
        return (
          <details key={side} class={`side-${side}`}>
            <summary>
              <Only side={side} /> {count(number)}
            </summary>
            {number > listed(of) && <p class="quiet">{says.shownOf(listed(of))}</p>}
            {children(of, side)}
          </details>
        );
      })}
    </>
  );
}

interface EntryProps {
  side: Side;
  tick: number;
  who: string;
  text: string;
  trace: TraceOf | null;
}

function Entry({ side, tick, who, text, trace }: EntryProps) {
  const looking = useLooking();
  const { setting, state } = looking.comparison[side];
  const known = setting.value;
  if (known === null) return null;
  const moment = momentOf(looking, tick);
  return (
    <div class="entry">
      <button
        class={`difference side-${side}`}
        type="button"
        title={words().compare.goToMoment(moment)}
        onClick={() => looking.show(tick, who, side)}
      >
        <small>
          {moment} · {known.firstNameOf(who, state.value?.visitors)}
        </small>
        {text}
      </button>
      <Trace trace={trace} />
    </div>
  );
}
