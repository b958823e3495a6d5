/** The plan of a resident's day, with the part it is in. */
import { placeName } from '../../town/addresses.ts';
import type { Block, PlannedAction } from '../../town/generated.ts';
import { TICKS_PER_MINUTE, type Calendar } from '../../town/calendar.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

export function PlanOfDay({ id }: { id: string }) {
  const { store, why } = useDesk();
  const { state, tick, calendar } = store;
  const says = words().resident.plan;
  const resident = state.value?.residents[id];
  if (resident?.plan == null) return <p class="quiet">{says.none}</p>;
  const now = tick.value;
  const { blocks, made, seq } = resident.plan;
  const current = blocks.findIndex((block) => block.start <= now && now < block.end);
  const item = (block: Block, number: number) => (
    <BlockItem
      key={number}
      block={block}
      calendar={calendar.value}
      time={number === current ? 'present' : block.end <= now ? 'past' : 'future'}
      actions={number === current ? (resident.details[String(number)] ?? []) : []}
      step={number === resident.block ? resident.step : 0}
    />
  );
  const items = blocks.map(item);
  const past = blocks.filter((block) => block.end <= now).length;
  return (
    <>
      {past > 0 && (
        <details class="earlier">
          <summary>{says.earlier(past)}</summary>
          <ol class="plan">{items.slice(0, past)}</ol>
        </details>
      )}
      <ol class="plan">{items.slice(past)}</ol>
      <p class="quiet planned">
        {says.planned(calendar.value.moment(made, now))}{' '}
        {seq > 0 && (
          <button class="link" type="button" onClick={() => why.ask({ seq })}>
            {words().mind.why}
          </button>
        )}
      </p>
    </>
  );
}

interface BlockProps {
  block: Block;
  calendar: Calendar;
  time: 'past' | 'present' | 'future';
  actions: readonly PlannedAction[];
  /** How many of the actions it has set out to do. */
  step: number;
}

function BlockItem({ block, calendar, time, actions, step }: BlockProps) {
  return (
    <li class={time} aria-current={time === 'present' ? 'step' : undefined}>
      <time>{calendar.clock(block.start)}</time>
      <div>
        <p>
          {block.emoji} {block.activity}
        </p>
        <small>{words().resident.plan.until(placeName(block.arena), calendar.clock(block.end))}</small>
        {actions.length > 0 && (
          <ul class="details">
            {actions.map((action, number) => (
              <li key={number} class={number + 1 === step ? 'present' : number + 1 < step ? 'past' : 'future'}>
                <span>
                  {action.emoji} {action.activity}
                </span>{' '}
                <small>
                  {words().resident.plan.minutes(Math.max(1, Math.round(action.duration / TICKS_PER_MINUTE)))}
                </small>
              </li>
            ))}
          </ul>
        )}
      </div>
    </li>
  );
}
