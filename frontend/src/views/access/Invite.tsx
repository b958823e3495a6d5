/** The director's dialog for links: make one to send to people, see those there are, take one back. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../town/api.ts';
import type { Role, TokenView } from '../../town/generated.ts';
import { Field } from '../Field.tsx';

const ROLES: readonly { role: Role; label: string }[] = [
  { role: 'visitor', label: 'Visitors: they watch and talk' },
  { role: 'viewer', label: 'Viewers: they watch' },
  { role: 'director', label: 'Directors: they may do everything' },
];
const DAYS: readonly { days: number; label: string }[] = [
  { days: 1, label: 'for a day' },
  { days: 7, label: 'for a week' },
  { days: 30, label: 'for a month' },
  { days: 0, label: 'until it is taken back' },
];

const said = (error: unknown) => (error instanceof Error ? error.message : String(error));

export function Invite({ close }: { close: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [links, setLinks] = useState<readonly TokenView[] | null>(null);
  const [problem, setProblem] = useState('');
  const look = useCallback(async () => {
    try {
      setLinks(await api.links());
      setProblem('');
    } catch (error) {
      setProblem(said(error));
    }
  }, []);
  useEffect(() => {
    dialog.current?.showModal();
    void look();
  }, [look]);
  return (
    <dialog class="invite" ref={dialog} aria-labelledby="invite-title" onClose={close}>
      <header>
        <h2 id="invite-title">Invite people</h2>
        <button class="plain" type="button" onClick={() => dialog.current?.close()}>
          Close
        </button>
      </header>
      <MakeLink made={look} />
      <h3>Links</h3>
      {problem !== '' && (
        <p class="wrong" role="alert">
          {problem}
        </p>
      )}
      <ul class="links">
        {links?.map((link) => (
          <LinkRow key={link.id} link={link} changed={look} />
        ))}
      </ul>
    </dialog>
  );
}

function MakeLink({ made }: { made: () => Promise<void> }) {
  const [role, setRole] = useState<Role>('visitor');
  const [label, setLabel] = useState('');
  const [days, setDays] = useState(7);
  const [link, setLink] = useState('');
  const [problem, setProblem] = useState('');
  const make = async () => {
    setLink('');
    setProblem('');
    try {
      const wish = { role, label: label.trim() === '' ? null : label.trim(), days: days === 0 ? null : days };
      const { path } = await api.makeLink(wish);
      setLink(location.origin + path);
      await made();
    } catch (error) {
      setProblem(said(error));
    }
  };
  return (
    <form
      class="make-link"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Field label="For whom">
        {(id) => (
          <select id={id} value={role} onChange={(event) => setRole(event.currentTarget.value as Role)}>
            {ROLES.map((one) => (
              <option key={one.role} value={one.role}>
                {one.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="It counts">
        {(id) => (
          <select id={id} value={days} onChange={(event) => setDays(Number(event.currentTarget.value))}>
            {DAYS.map((one) => (
              <option key={one.days} value={one.days}>
                {one.label}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Field label="A word to know it by" class="whole">
        {(id) => (
          <input
            id={id}
            value={label}
            maxLength={40}
            placeholder="Tuesday’s guests"
            onInput={(event) => setLabel(event.currentTarget.value)}
          />
        )}
      </Field>
      <button class="cta whole">Make a link</button>
      {problem !== '' && (
        <p class="wrong whole" role="alert">
          {problem}
        </p>
      )}
      {link !== '' && <Made link={link} />}
    </form>
  );
}

/** A link is shown this once: the server keeps only its hash. */
function Made({ link }: { link: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    input.current?.select();
    try {
      await navigator.clipboard.writeText(link);
      setCopied(true);
    } catch {
      // Without a secure connection browsers give no clipboard; the text is selected, so Ctrl+C does it.
    }
  };
  return (
    <div class="made whole" role="status">
      <input ref={input} readOnly value={link} aria-label="The new link" onFocus={(e) => e.currentTarget.select()} />
      <button class="speak" type="button" onClick={() => void copy()}>
        {copied ? 'Copied' : 'Copy'}
      </button>
      <small class="quiet">Send it now: it is shown this once. Everybody who opens it is a visitor of their own.</small>
    </div>
  );
}

function LinkRow({ link, changed }: { link: TokenView; changed: () => Promise<void> }) {
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState('');
  const over = link.revoked_at !== null || (link.expires_at !== null && Date.parse(link.expires_at) < Date.now());
  const takeBack = async () => {
    try {
      await api.takeBack(link.id);
      setAsking(false);
      await changed();
    } catch (error) {
      setProblem(said(error));
    }
  };
  return (
    <li class={over ? 'over' : ''}>
      <span>
        <b>{link.label || link.id}</b> {link.own && <span class="chip">yours</span>}
        <small class="quiet">
          {link.role}, {fate(link)}, {link.sessions === 1 ? '1 browser' : `${link.sessions} browsers`} signed in
        </small>
        {problem !== '' && <small class="wrong">{problem}</small>}
      </span>
      {!over && !asking && (
        <button class="plain" type="button" onClick={() => setAsking(true)}>
          Take back
        </button>
      )}
      {asking && (
        <span class="sure">
          {link.own ? 'It is your own: you will be out, too.' : 'All who came by it will be out.'}
          <button class="danger" type="button" onClick={() => void takeBack()}>
            Take back
          </button>
          <button class="plain" type="button" onClick={() => setAsking(false)}>
            Keep
          </button>
        </span>
      )}
    </li>
  );
}

function fate(link: TokenView): string {
  const day = (moment: string) =>
    new Date(moment).toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
  if (link.revoked_at !== null) return `taken back ${day(link.revoked_at)}`;
  if (link.expires_at === null) return 'counts until it is taken back';
  return `${Date.parse(link.expires_at) < Date.now() ? 'over since' : 'until'} ${day(link.expires_at)}`;
}
