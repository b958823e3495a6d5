/** Makes a link: for which role, for how long, and a word to know it by. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../town/api.ts';
import type { Role } from '../../town/generated.ts';
import { Field } from '../Field.tsx';
import { shownTown, pathOf } from '../routes.ts';
import { words } from '../../words/language.ts';
import { copyText } from './copyText.ts';
import { ROLE_ICONS } from './roles.ts';

const OFFERED: readonly Role[] = ['visitor', 'viewer', 'director'];
const DAYS = { day: 1, week: 7, month: 30, ever: 0 } as const;
const SPANS = Object.keys(DAYS) as (keyof typeof DAYS)[];
const COPIED_MS = 4000;

export function MakeLink({ made }: { made: () => Promise<void> }) {
  const { make: says, roles } = words().access;
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
        <legend>{says.mayDo}</legend>
        {OFFERED.map((one) => (
          <label key={one} class="role-card">
            <input type="radio" name="role" value={one} checked={one === role} onChange={() => setRole(one)} />
            <span class="role-icon" aria-hidden="true">
              {ROLE_ICONS[one]}
            </span>
            <b>{roles[one].title}</b>
            <small>{roles[one].they}</small>
          </label>
        ))}
      </fieldset>
      <Field label={says.label}>
        {(id) => (
          <input
            id={id}
            value={label}
            maxLength={40}
            autoComplete="off"
            placeholder={says.example}
            onInput={(event) => setLabel(event.currentTarget.value)}
          />
        )}
      </Field>
      <Field label={says.counts}>
        {(id) => (
          <select id={id} value={days} onChange={(event) => setDays(Number(event.currentTarget.value))}>
            {SPANS.map((span) => (
              <option key={span} value={DAYS[span]}>
                {says.days[span]}
              </option>
            ))}
          </select>
        )}
      </Field>
      <button class="cta whole" disabled={busy}>
        {busy ? says.making : says.make}
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
  const { make: says } = words().access;
  const [said, setSaid] = useState<'' | 'copied' | 'by hand'>('');
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  useEffect(() => {
    if (said !== 'copied') return;
    const timer = setTimeout(() => setSaid(''), COPIED_MS);
    return () => clearTimeout(timer);
  }, [said]);
  const copy = async () => {
    input.current?.select();
    setSaid((await copyText(link)) ? 'copied' : 'by hand');
  };
  return (
    <div class="made whole">
      <input ref={input} readOnly value={link} aria-label={says.theLink} />
      <button class="speak" type="button" onClick={() => void copy()}>
        {said === 'copied' ? `✓ ${says.copied}` : says.copy}
      </button>
      <p role="status">
        {said === 'by hand' ? (
          says.copyByHand
        ) : (
          <>
            <b>{says.sendNow}</b> {says.manyMay}
            <span class="unseen">{said === 'copied' ? says.copiedSaid : ''}</span>
          </>
        )}
      </p>
    </div>
  );
}
