/** Whom a resident knows, and how close they are; the closest first. */
import { historyOfRelationship } from '../../town/histories.ts';
import type { Relationship } from '../../town/generated.ts';
import { visitorId } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { History } from '../mind/History.tsx';
import { Portrait } from '../Portrait.tsx';
import { useDesk } from '../town/desk.ts';

export function Acquaintances({ id }: { id: string }) {
  const { state } = useDesk().store;
  const relationships = Object.entries(state.value?.residents[id]?.relationships ?? {});
  if (relationships.length === 0) return <p class="quiet">{words().resident.people.none}</p>;
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
  const says = words().resident.people;
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
            {knowsName ? setting.value.nameOf(other) : says.faceOnly}
          </button>
        ) : (
          <b>{visitorWords(other, name)}</b>
        )}
        <Closeness of={closeness} />
        {note !== '' && <p>{note}</p>}
        {talked !== null && <small>{says.lastTalked(calendar.value.moment(talked, tick.value))}</small>}
        <History read={() => historyOfRelationship(desk.store.id, id, other)} />
      </div>
    </li>
  );
}

/** A visitor by the name that they gave this resident. */
function visitorWords(id: string, name: string | null): string {
  const { you, visitor } = words().resident.people;
  return id === visitorId() ? you(name) : (name ?? visitor);
}

/** -1 to 1 as a bar from the middle: to the right is liking, to the left is not. */
function Closeness({ of: closeness }: { of: number }) {
  const half = Math.abs(closeness) * 50;
  const says = words().resident.people;
  const word =
    closeness > 0.6
      ? says.veryClose
      : closeness > 0.25
        ? says.close
        : closeness < -0.25
          ? says.atOdds
          : says.acquainted;
  return (
    <span
      class="closeness"
      role="meter"
      aria-label={says.closeness}
      aria-valuemin={-1}
      aria-valuemax={1}
      aria-valuenow={closeness}
      aria-valuetext={word}
      title={says.closenessIs(closeness)}
    >
      <i
        class={closeness < 0 ? 'cold' : 'warm'}
        style={{ width: `${half}%`, left: closeness < 0 ? `${50 - half}%` : '50%' }}
      />
    </span>
  );
}
