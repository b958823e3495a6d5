/** Who one is here, in a corner: role and name, inviting for directors, and the way out. */
import { useState } from 'preact/hooks';
import { leave } from '../../town/door.ts';
import { may, role, session } from '../../town/session.ts';
import { visitorName } from '../../town/visitor.ts';
import { words } from '../../words/language.ts';
import { LanguageSwitch } from '../LanguageSwitch.tsx';
import { day } from './moments.ts';
import { inviting } from './inviting.ts';
import { ROLE_ICONS } from './roles.ts';

export function Badge() {
  const who = session.value;
  if (role.value === null || who === null) return null;
  const { badge, invite, roles } = words().access;
  const icon = ROLE_ICONS[role.value];
  const { title, you } = roles[role.value];
  const name = may('visitor') ? visitorName.value : '';
  return (
    <div class="badge">
      {may('director') && (
        <button class="key invite-people" type="button" onClick={() => (inviting.value = true)}>
          <span aria-hidden="true">✉️</span> <span class="word">{invite.title}</span>
        </button>
      )}
      <button class="pill who" type="button" popovertarget="who-menu" data-testid="role" title={badge.whoYouAre}>
        <span aria-hidden="true">{icon}</span> <span class="word">{title}</span>
        {name !== '' && <b class="name">{name}</b>}
      </button>
      <section id="who-menu" class="who-menu" popover="auto" aria-label={badge.whoYouAre}>
        <h2>
          <span aria-hidden="true">{icon}</span> {title}
          {name !== '' && <small> {name}</small>}
        </h2>
        <p>{you}</p>
        {(who.label !== '' || who.expires_at !== null) && (
          <p class="quiet">
            {who.label !== '' && badge.cameBy(who.label)}{' '}
            {who.expires_at !== null && badge.signedInUntil(day(who.expires_at))}
          </p>
        )}
        <LanguageSwitch />
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
        {words().access.badge.signOut}
      </button>
      <small class="quiet">{words().access.badge.comeAgain}</small>
    </>
  );
}
