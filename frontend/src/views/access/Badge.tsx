/** Who one is here, in a corner: role and name, inviting for directors, and the way out. */
import { useState } from 'preact/hooks';
import { leave } from '../../town/door.ts';
import { may, role, session } from '../../town/session.ts';
import { visitorName } from '../../town/visitor.ts';
import { day } from './moments.ts';
import { inviting } from './inviting.ts';
import { ROLES } from './roles.ts';

export function Badge() {
  const who = session.value;
  if (role.value === null || who === null) return null;
  const { icon, title, you } = ROLES[role.value];
  const name = may('visitor') ? visitorName.value : '';
  return (
    <div class="badge">
      {may('director') && (
        <button class="key invite-people" type="button" onClick={() => (inviting.value = true)}>
          <span aria-hidden="true">✉️</span> <span class="word">Invite people</span>
        </button>
      )}
      <button class="pill who" type="button" popovertarget="who-menu" data-testid="role" title="Who you are here">
        <span aria-hidden="true">{icon}</span> <span class="word">{title}</span>
        {name !== '' && <b class="name">{name}</b>}
      </button>
      <section id="who-menu" class="who-menu" popover="auto" aria-label="Who you are here">
        <h2>
          <span aria-hidden="true">{icon}</span> {title}
          {name !== '' && <small> {name}</small>}
        </h2>
        <p>{you}</p>
        {(who.label !== '' || who.expires_at !== null) && (
          <p class="quiet">
            {who.label !== '' && <>You came by the link “{who.label}”. </>}
            {who.expires_at !== null && <>You stay signed in until {day(who.expires_at)}.</>}
          </p>
        )}
        <SignOut />
      </section>
    </div>
  );
}

function SignOut() {
  const [problem, setProblem] = useState('');
  const go = async () => {
    try {
      await leave();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <>
      {problem !== '' && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
      <button class="key" type="button" onClick={() => void go()}>
        Sign out
      </button>
      <small class="quiet">With your link you come in again.</small>
    </>
  );
}
