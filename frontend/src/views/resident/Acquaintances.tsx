/** Whom a resident knows, and how close they are; the closest first. */
import { useState } from 'preact/hooks';
import { changesBetween, type Change } from '../../town/relationships.ts';
import type { Relationship } from '../../town/generated.ts';
import { visitorId } from '../../town/session.ts';
import { Portrait } from '../Portrait.tsx';
import { useDesk } from '../town/desk.ts';

export function Acquaintances({ id }: { id: string }) {
  const { state } = useDesk().store;
  const relationships = Object.entries(state.value?.residents[id]?.relationships ?? {});
  if (relationships.length === 0) return <p class="quiet">Knows nobody yet.</p>;
  return (
    <ul class="people">
      {relationships
        .sort(([, a], [, b]) => b.closeness - a.closeness)
        .map(([other, relationship]) => (
          <Acquaintance key={other} id={id} other={other} relationship={relationship} />
        ))}
    </ul>
  );
}

function Acquaintance({ id, other, relationship }: { id: string; other: string; relationship: Relationship }) {
  const desk = useDesk();
  const { setting, calendar, tick } = desk.store;
  if (setting.value === null) return null;
  const { closeness, name, note, knows_name: knowsName, talked } = relationship;
  const isResident = setting.value.people.has(other);
  return (
    <li>
      {isResident ? (
        <Portrait hash={setting.value.scenario.hash} resident={other} size={40} />
      ) : (
        <span class="face">🧍</span>
      )}
      <div>
        {isResident ? (
          <button class="link" type="button" onClick={() => desk.visit(other)}>
            {knowsName ? setting.value.nameOf(other) : 'A face without a name'}
          </button>
        ) : (
          <b>{visitorWords(other, name)}</b>
        )}
        <Closeness of={closeness} />
        {note !== '' && <p>{note}</p>}
        {talked !== null && <small>last talked {calendar.value.moment(talked, tick.value)}</small>}
        <History id={id} other={other} />
      </div>
    </li>
  );
}

/** How it came to be what it is, read when it is asked for. */
function History({ id, other }: { id: string; other: string }) {
  const desk = useDesk();
  const { calendar, tick, id: town } = desk.store;
  const [changes, setChanges] = useState<readonly Change[] | string | null>(null);
  const read = async () => {
    try {
      setChanges(await changesBetween(town, id, other));
    } catch (error) {
      setChanges(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <details class="history" onToggle={(event) => event.currentTarget.open && void read()}>
      <summary>History</summary>
      {changes === null && <p class="quiet">Looking it up …</p>}
      {typeof changes === 'string' && <p class="wrong">{changes}</p>}
      {Array.isArray(changes) && changes.length === 0 && <p class="quiet">Nothing has changed since the beginning.</p>}
      {Array.isArray(changes) && (
        <ol>
          {(changes as readonly Change[]).map(({ seq, tick: when, closeness, reason }) => (
            <li key={seq}>
              <small>
                {calendar.value.moment(when, tick.peek())} · {closeness.toFixed(2)}
              </small>{' '}
              {reason}{' '}
              <button class="ask-why" type="button" onClick={() => desk.why.ask({ seq })}>
                Why?
              </button>
            </li>
          ))}
        </ol>
      )}
    </details>
  );
}

/** A visitor by the name that they gave this resident. */
function visitorWords(id: string, name: string | null): string {
  if (id === visitorId()) return name === null ? 'You' : `You (${name})`;
  return name ?? 'A visitor';
}

/** -1 to 1 as a bar from the middle: to the right is liking, to the left is not. */
function Closeness({ of: closeness }: { of: number }) {
  const half = Math.abs(closeness) * 50;
  const words =
    closeness > 0.6 ? 'very close' : closeness > 0.25 ? 'close' : closeness < -0.25 ? 'at odds' : 'acquainted';
  return (
    <span
      class="closeness"
      role="meter"
      aria-label="closeness"
      aria-valuemin={-1}
      aria-valuemax={1}
      aria-valuenow={closeness}
      aria-valuetext={words}
      title={`closeness ${closeness.toFixed(2)}`}
    >
      <i
        class={closeness < 0 ? 'cold' : 'warm'}
        style={{ width: `${half}%`, left: closeness < 0 ? `${50 - half}%` : '50%' }}
      />
    </span>
  );
}
