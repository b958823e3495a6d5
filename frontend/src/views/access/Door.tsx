/** Where whoever has no link stands: what Townlet is, and where to put a link that they were given. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { enter } from '../../town/door.ts';
import { turnedAway } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { Field } from '../Field.tsx';
import { LanguageSwitch } from '../LanguageSwitch.tsx';
import { Cottage } from './Cottage.tsx';

const EXAMPLE = 'http://…/#token=twl_…';

export function Door() {
  const { access } = words();
  const [link, setLink] = useState('');
  const [busy, setBusy] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    document.title = 'Townlet';
    document.body.dataset.ready = 'door';
    input.current?.focus();
  }, []);
  const knock = async () => {
    setBusy(true);
    if (await enter(link)) return;
    setBusy(false);
    input.current?.focus();
    input.current?.select();
  };
  return (
    <main class="door">
      <h1 class="brand">Townlet</h1>
      <p class="motto">{access.motto}</p>
      <Cottage />
      <form
        class="door-card"
        aria-labelledby="door-title"
        onSubmit={(event) => {
          event.preventDefault();
          void knock();
        }}
      >
        <h2 id="door-title">{access.door.title}</h2>
        {turnedAway.value !== '' && (
          <p class="notice bad" role="alert">
            {turnedAway.value}
          </p>
        )}
        <Field label={access.door.link}>
          {(id) => (
            <input
              id={id}
              ref={input}
              value={link}
              required
              autoComplete="off"
              autoCapitalize="off"
              spellcheck={false}
              placeholder={EXAMPLE}
              onInput={(event) => setLink(event.currentTarget.value)}
            />
          )}
        </Field>
        <button class="cta" disabled={busy || link.trim() === ''}>
          {busy ? access.knocking : access.door.comeIn}
        </button>
        <p class="quiet">
          <b>{access.door.invited}</b> {access.door.invitedDo}
          <br />
          <b>{access.door.running}</b> {access.door.runningDo[0]}
          <code>make up</code>
          {access.door.runningDo[1]}
        </p>
      </form>
      <LanguageSwitch />
    </main>
  );
}
