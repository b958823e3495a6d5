/** Somebody who has left the town: since when, the way to its last moment, and what it remembered. */
import type { Departed, PersonaView } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { Memories } from './Memories.tsx';

export function Gone({ person, departed }: { person: PersonaView; departed: Departed }) {
  const desk = useDesk();
  const says = words().resident.gone;
  const calendar = desk.store.calendar.value;
  const first = person.name.split(' ')[0] ?? person.name;
  return (
    <>
      <div class="now" data-testid="gone">
        <p class="activity" role="status">
          👋 {says.left(person.name, calendar.day(departed.since), calendar.clock(departed.since))}
        </p>
        <p>
          <button class="chip" type="button" onClick={() => desk.lookAt(Math.max(0, departed.since - 1))}>
            <span aria-hidden="true">🕰️</span> {says.lastMoment}
          </button>
        </p>
      </div>
      <h3>{says.remembered(first)}</h3>
      <Memories id={person.id} />
    </>
  );
}
