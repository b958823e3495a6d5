/** Who one is here, in a corner: the role, inviting for directors, and the way out. */
import { useState } from 'preact/hooks';
import { leave } from '../../town/door.ts';
import type { Role } from '../../town/generated.ts';
import { may, role } from '../../town/session.ts';
import { Invite } from './Invite.tsx';

const WORDS: Readonly<Record<Role, { icon: string; title: string; means: string }>> = {
  viewer: { icon: '👀', title: 'Viewer', means: 'You watch.' },
  visitor: { icon: '👋', title: 'Visitor', means: 'You watch and talk with residents.' },
  director: { icon: '🎬', title: 'Director', means: 'You may do everything.' },
};

export function Badge() {
  const [inviting, setInviting] = useState(false);
  if (role.value === null) return null;
  const { icon, title, means } = WORDS[role.value];
  return (
    <span class="badge">
      <span class="pill" title={means} data-testid="role">
        <span aria-hidden="true">{icon}</span> <span class="role-title">{title}</span>
      </span>
      {may('director') && (
        <button class="plain" type="button" onClick={() => setInviting(true)}>
          Invite
        </button>
      )}
      <button class="plain" type="button" onClick={() => void leave()}>
        Sign out
      </button>
      {inviting && <Invite close={() => setInviting(false)} />}
    </span>
  );
}
