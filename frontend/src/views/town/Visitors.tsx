/** Who came to this town from outside, for its director: taking the word from them, showing them out, and undoing it. */
import { useEffect, useState } from 'preact/hooks';
import type { ModerationWish, VisitorView } from '../../town/generated.ts';
import { Guests } from '../../town/guests.ts';
import { visitorId } from '../../town/session.ts';
import { ago } from '../access/moments.ts';
import { inviting } from '../access/inviting.ts';
import { useDesk } from './desk.ts';

export function Visitors() {
  const { store } = useDesk();
  const [guests] = useState(() => new Guests(store.id));
  useEffect(() => {
    guests.open();
    return () => guests.close();
  }, [guests]);
  const all = guests.all.value;
  return (
    <div class="visitors">
      {guests.problem.value !== null && (
        <p class="wrong" role="alert">
          {guests.problem.value}
        </p>
      )}
      {all === null && guests.problem.value === null && <p class="quiet">Looking who was here …</p>}
      {all?.length === 0 && (
        <div class="nobody">
          <p class="quiet">Nobody has talked with the residents yet. Send somebody a visitor’s link.</p>
          <button class="cta" type="button" onClick={() => (inviting.value = true)}>
            Invite people
          </button>
        </div>
      )}
      <ul class="guests">
        {all?.map((guest) => (
          <Guest key={guest.visitor} guest={guest} guests={guests} />
        ))}
      </ul>
    </div>
  );
}

function Guest({ guest, guests }: { guest: VisitorView; guests: Guests }) {
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const me = guest.visitor === visitorId();
  const name = guest.name === '' ? 'Somebody without a name' : guest.name;
  const decide = async (wish: ModerationWish) => {
    setBusy(true);
    const outcome = await guests.decide(guest.visitor, wish);
    setBusy(false);
    setReason(outcome.done ? '' : outcome.reason);
  };
  return (
    <li class={guest.removed ? 'out' : ''} aria-label={name}>
      <div class="about">
        <b>{name}</b> {me && <span class="chip">you</span>}
        {guest.removed && <span class="chip shut">shown out</span>}
        {guest.muted && !guest.removed && <span class="chip shut">muted</span>}
        <small class="quiet">
          {guest.present ? 'Walks in town, last' : 'Last'} heard {ago(guest.last_input_at, Date.now())}
        </small>
        {reason !== '' && (
          <small class="wrong" role="alert">
            {reason}
          </small>
        )}
      </div>
      {!me && (
        <div class="buttons">
          {!guest.removed && (
            <button
              class="key"
              type="button"
              disabled={busy}
              title={guest.muted ? 'They may speak again' : 'What they say is refused; they can still watch'}
              aria-label={`${guest.muted ? 'Unmute' : 'Mute'} ${name}`}
              onClick={() => void decide({ muted: !guest.muted })}
            >
              {guest.muted ? 'Unmute' : 'Mute'}
            </button>
          )}
          <button
            class="key"
            type="button"
            disabled={busy}
            title={guest.removed ? 'They may take part again' : 'They leave town and can only watch it'}
            aria-label={`${guest.removed ? 'Let back in' : 'Show out'} ${name}`}
            onClick={() => void decide({ removed: !guest.removed })}
          >
            {guest.removed ? 'Let back in' : 'Show out'}
          </button>
        </div>
      )}
    </li>
  );
}
