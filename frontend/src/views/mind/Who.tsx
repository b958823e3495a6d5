/** Who a resident is, as its mind is told: its temper and its story, as they are at the shown moment. */
import { personAt } from '../../town/persona.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

export function Who({ id }: { id: string }) {
  const { state, setting } = useDesk().store;
  const known = setting.value?.people.get(id);
  if (known === undefined) return null;
  const { about, traits } = personAt(known, state.value);
  const called = words().own.traits;
  return (
    <section class="who-it-is" aria-label={words().mind.who}>
      <h3>{words().mind.who}</h3>
      <p class="quiet">{traits.map((trait) => called[trait] ?? trait).join(', ')}</p>
      <p>{about}</p>
    </section>
  );
}
