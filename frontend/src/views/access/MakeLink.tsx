/** Makes a link: for which role, for how long, and a word to know it by. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../town/api.ts';
import type { Role } from '../../town/generated.ts';
import { Field } from '../Field.tsx';
import { shownTown, pathOf } from '../routes.ts';
import { copyText } from './copyText.ts';
import { ROLES } from './roles.ts';

const OFFERED: readonly Role[] = ['visitor', 'viewer', 'director'];
const DAYS: readonly { days: number; label: string }[] = [
  { days: 1, label: 'for a day' },
  { days: 7, label: 'for a week' },
  { days: 30, label: 'for a month' },
  { days: 0, label: 'until you take it back' },
];
const COPIED_MS = 4000;

export function MakeLink({ made }: { made: () => Promise<void> }) {
  const [role, setRole] = useState<Role>('visitor');
  const [label, setLabel] = useState('');
  const [days, setDays] = useState(7);
  const [link, setLink] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState('');
  const make = async () => {
    setLink('');
    setProblem('');
    setBusy(true);
    try {
      const wish = { role, label: label.trim() === '' ? null : label.trim(), days: days === 0 ? null : days };
      const { path } = await api.makeLink(wish);
      setLink(addressOf(path));
      setLabel('');
      await made();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
    setBusy(false);
  };
  return (
    <form
      class="make-link"
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <fieldset class="whole roles">
        <legend>Whoever opens the link may …</legend>
        {OFFERED.map((one) => (
          <label key={one} class="role-card">
            <input type="radio" name="role" value={one} checked={one === role} onChange={() => setRole(one)} />
            <span class="role-icon" aria-hidden="true">
              {ROLES[one].icon}
            </span>
            <b>{ROLES[one].title}</b>
            <small>{ROLES[one].they}</small>
          </label>
        ))}
      </fieldset>
      <Field label="A word to know it by">
        {(id) => (
          <input
            id={id}
            value={label}
            maxLength={40}
            autoComplete="off"
            placeholder="Tuesday’s guests"
            onInput={(event) => setLabel(event.currentTarget.value)}
          />
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
      <button class="cta whole" disabled={busy}>
        {busy ? 'Making it …' : 'Make a link'}
      </button>
      {problem !== '' && (
        <p class="wrong whole" role="alert">
          {problem}
        </p>
      )}
      {link !== '' && <Made key={link} link={link} />}
    </form>
  );
}

/** A link that is made while a town is shown leads into that town. */
function addressOf(path: string): string {
  const town = shownTown.value;
  return location.origin + (town === null ? path : path.replace(/^\/#/, `${pathOf(town)}#`));
}

/** A link is shown this once: the server keeps only its hash. */
function Made({ link }: { link: string }) {
  const input = useRef<HTMLInputElement>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  useEffect(() => {
    if (said !== COPIED) return;
    const timer = setTimeout(() => setSaid(''), COPIED_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    input.current?.select();
    setSaid((await copyText(link)) ? COPIED : 'Press Ctrl+C (⌘C): this browser lets no page copy.');
  };
  return (
    <div class="made whole">
      <input ref={input} readOnly value={link} aria-label="The new link" />
      <button class="speak" type="button" onClick={() => void copy()}>
        {said === COPIED ? '✓ Copied' : 'Copy'}
      </button>
      <p role="status">
        {said !== '' && said !== COPIED ? (
          said
        ) : (
          <>
            <b>Send it now: it is shown this once.</b> Many people may open it; each is a visitor of their own.
            <span class="unseen">{said}</span>
          </>
        )}
      </p>
    </div>
  );
}

const COPIED = 'Copied.';
