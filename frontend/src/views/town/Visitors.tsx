/** Who came to this town from outside, for its director: taking the word from them, showing them out, and undoing it. */
import { useEffect, useState } from 'preact/hooks';
import type { ModerationWish, VisitorView } from '../../town/generated.ts';
import { Guests } from '../../town/guests.ts';
import { visitorId } from '../../town/session.ts';
import { words } from '../../words/language.ts';
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
  const says = words().town.visitors;
  const all = guests.all.value;
  return (
    <div class="visitors">
      {guests.problem.value !== null && (
        <p class="wrong" role="alert">
          {guests.problem.value}
        </p>
      )}
      {all === null && guests.problem.value === null && <p class="quiet">{says.looking}</p>}
      {all?.length === 0 && (
        <div class="nobody">
          <p class="quiet">{says.nobody}</p>
          <button class="cta" type="button" onClick={() => (inviting.value = true)}>
            {words().access.invite.title}
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
  const says = words().town.visitors;
  const [busy, setBusy] = useState(false);
  const [reason, setReason] = useState('');
  const me = guest.visitor === visitorId();
  const name = guest.name === '' ? says.nameless : guest.name;
  const decide = async (wish: ModerationWish) => {
    setBusy(true);
    const outcome = await guests.decide(guest.visitor, wish);
    setBusy(false);
    setReason(outcome.done ? '' : outcome.reason);
  };
  return (
    <li class={guest.removed ? 'out' : ''} aria-label={name}>
      <div class="about">
        <b>{name}</b> {me && <span class="chip">{says.you}</span>}
        {guest.removed && <span class="chip shut">{says.shownOut}</span>}
        {guest.muted && !guest.removed && <span class="chip shut">{says.isMuted}</span>}
        <small class="quiet">{says.heard(ago(guest.last_input_at, Date.now()), guest.present)}</small>
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
              title={guest.muted ? says.unmuteHelp : says.muteHelp}
              aria-label={guest.muted ? says.unmuteOf(name) : says.muteOf(name)}
              onClick={() => void decide({ muted: !guest.muted })}
            >
              {guest.muted ? says.unmute : says.mute}
            </button>
          )}
          <button
            class="key"
            type="button"
            disabled={busy}
            title={guest.removed ? says.letInHelp : says.showOutHelp}
            aria-label={guest.removed ? says.letInOf(name) : says.showOutOf(name)}
            onClick={() => void decide({ removed: !guest.removed })}
          >
            {guest.removed ? says.letIn : says.showOut}
          </button>
        </div>
      )}
    </li>
  );
}
