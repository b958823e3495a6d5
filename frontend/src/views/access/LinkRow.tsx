/** One link of those that were made: for whom, until when, how many came by it, and taking it back. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../town/api.ts';
import type { TokenView } from '../../town/generated.ts';
import { day, moment } from './moments.ts';
import { ROLES } from './roles.ts';

interface Props {
  link: TokenView;
  over?: boolean;
  changed?: () => Promise<void>;
}

export function LinkRow({ link, over = false, changed }: Props) {
  const [asking, setAsking] = useState(false);
  const { icon, title } = ROLES[link.role];
  const name = link.label === '' ? `A ${title.toLowerCase()}’s link` : link.label;
  return (
    <li>
      <span class="role-icon" aria-hidden="true">
        {icon}
      </span>
      <div class="about">
        <b>{name}</b> {link.own && <span class="chip">yours</span>}
        <small class="quiet">
          {title}, made {day(link.created_at)}, {fate(link)}
        </small>
        {!over && <small class="quiet">{browsers(link.sessions)}</small>}
      </div>
      {!over && !asking && (
        <button class="key" type="button" aria-label={`Take back ${name}`} onClick={() => setAsking(true)}>
          Take back
        </button>
      )}
      {asking && <Sure link={link} name={name} keep={() => setAsking(false)} done={changed} />}
    </li>
  );
}

interface SureProps {
  link: TokenView;
  name: string;
  keep: () => void;
  done: (() => Promise<void>) | undefined;
}

/** Asked for twice: a link that was taken back can't be given out again. */
function Sure({ link, name, keep, done }: SureProps) {
  const [problem, setProblem] = useState('');
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  const takeBack = async () => {
    try {
      await api.takeBack(link.id);
      await done?.();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  };
  return (
    <div class="sure" role="group" aria-label={`Take back ${name}?`}>
      <span>{link.own ? 'It is your own: you will be out, too.' : 'Whoever came by it is out at once.'}</span>
      <button class="danger" type="button" ref={first} onClick={() => void takeBack()}>
        Take it back
      </button>
      <button class="plain" type="button" onClick={keep}>
        Keep it
      </button>
      {problem !== '' && (
        <small class="wrong" role="alert">
          {problem}
        </small>
      )}
    </div>
  );
}

function fate({ revoked_at, expires_at }: TokenView): string {
  if (revoked_at !== null) return `taken back ${moment(revoked_at)}`;
  if (expires_at === null) return 'for as long as you like';
  return `${Date.parse(expires_at) < Date.now() ? 'over since' : 'until'} ${moment(expires_at)}`;
}

function browsers(sessions: number): string {
  if (sessions === 0) return 'Nobody is signed in by it';
  return sessions === 1 ? '1 browser is signed in by it' : `${sessions} browsers are signed in by it`;
}
