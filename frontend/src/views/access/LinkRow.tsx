/** One link of those that were made: for whom, until when, how many came by it, and taking it back. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../town/api.ts';
import type { TokenView } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { day, moment } from './moments.ts';
import { ROLE_ICONS } from './roles.ts';

interface Props {
  link: TokenView;
  over?: boolean;
  changed?: () => Promise<void>;
}

export function LinkRow({ link, over = false, changed }: Props) {
  const [asking, setAsking] = useState(false);
  const { invite, roles } = words().access;
  const { title, itsLink } = roles[link.role];
  const name = link.label === '' ? itsLink : link.label;
  return (
    <li>
      <span class="role-icon" aria-hidden="true">
        {ROLE_ICONS[link.role]}
      </span>
      <div class="about">
        <b>{name}</b> {link.own && <span class="chip">{invite.yours}</span>}
        <small class="quiet">{invite.about(title, day(link.created_at), fate(link))}</small>
        {!over && <small class="quiet">{invite.browsers(link.sessions)}</small>}
      </div>
      {!over && !asking && (
        <button class="key" type="button" aria-label={invite.takeBackOf(name)} onClick={() => setAsking(true)}>
          {invite.takeBack}
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
  const { invite } = words().access;
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
    <div class="sure" role="group" aria-label={invite.takeBackSure(name)}>
      <span>{link.own ? invite.ownOut : invite.theyOut}</span>
      <button class="danger" type="button" ref={first} onClick={() => void takeBack()}>
        {invite.takeItBack}
      </button>
      <button class="plain" type="button" onClick={keep}>
        {invite.keepIt}
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
  const { invite } = words().access;
  if (revoked_at !== null) return invite.takenBack(moment(revoked_at));
  if (expires_at === null) return invite.forEver;
  return Date.parse(expires_at) < Date.now() ? invite.overSince(moment(expires_at)) : invite.until(moment(expires_at));
}
