/** What a resident has agreed to, was asked to, or let slip: its calendar. */
import { placeName } from '../../town/addresses.ts';
import type { Commitment } from '../../town/generated.ts';
import { calendarOf, standing } from '../../town/innerWords.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

const SHOWN = 8;

export function Commitments({ id }: { id: string }) {
  const { state, tick } = useDesk().store;
  const known = calendarOf(id, state.value?.commitments ?? {}, tick.value).slice(0, SHOWN);
  if (known.length === 0) return null;
  return (
    <section class="commitments" aria-label={words().mind.agreed.title}>
      <h3>{words().mind.agreed.title}</h3>
      <ul>
        {known.map((commitment) => (
          <Entry key={commitment.id} id={id} commitment={commitment} />
        ))}
      </ul>
    </section>
  );
}

function Entry({ id, commitment }: { id: string; commitment: Commitment }) {
  const { spread, store } = useDesk();
  const { setting, calendar, tick } = store;
  const people = setting.value;
  const mine = commitment.parties[id];
  if (people === null || mine === undefined) return null;
  const { start, end, host, what, arena, parties } = commitment;
  const others = Object.entries(parties).filter(([other]) => other !== id);
  const says = words().mind.agreed;
  const word = host === id && mine.status === 'accepted' ? says.givesIt : standing(mine.status);
  return (
    <li class={`s-${mine.status}`}>
      <p>
        {what} <span class="standing">{word}</span>
      </p>
      <small>
        {says.when(
          calendar.value.moment(start, tick.peek()),
          calendar.value.clock(end),
          placeName(arena),
          host === id ? null : people.firstNameOf(host),
        )}
      </small>
      {mine.reason !== '' && <small>“{mine.reason}”</small>}
      <button class="ask-why" type="button" onClick={() => spread.follow({ commitment: commitment.id })}>
        {words().spread.whoKnows}
      </button>
      {others.length > 0 && (
        <details>
          <summary>{says.others(others.length)}</summary>
          <ul class="parties">
            {others.map(([other, { status }]) => (
              <li key={other}>
                {people.firstNameOf(other)} <small>{other === host ? says.givesIt : standing(status)}</small>
              </li>
            ))}
          </ul>
        </details>
      )}
    </li>
  );
}
