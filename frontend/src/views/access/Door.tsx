/** Where whoever has no link stands: what Townlet is, and where to put a link that they were given. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { enter } from '../../town/door.ts';
import { turnedAway } from '../../town/session.ts';
import { Field } from '../Field.tsx';
import { Cottage } from './Cottage.tsx';

export function Door() {
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
      <p class="motto">
        Small towns of residents with minds of their own. Watch them live, talk to them, change their world.
      </p>
      <Cottage />
      <form
        class="door-card"
        aria-labelledby="door-title"
        onSubmit={(event) => {
          event.preventDefault();
          void knock();
        }}
      >
        <h2 id="door-title">This Townlet opens with a link</h2>
        {turnedAway.value !== '' && (
          <p class="notice bad" role="alert">
            {turnedAway.value}
          </p>
        )}
        <Field label="Your link, or its token">
          {(id) => (
            <input
              id={id}
              ref={input}
              value={link}
              required
              autoComplete="off"
              autoCapitalize="off"
              spellcheck={false}
              placeholder="http://…/#token=twl_…"
              onInput={(event) => setLink(event.currentTarget.value)}
            />
          )}
        </Field>
        <button class="cta" disabled={busy || link.trim() === ''}>
          {busy ? 'Knocking …' : 'Come in'}
        </button>
        <p class="quiet">
          <b>You were invited?</b> Open the link that you were sent, or paste it here.
          <br />
          <b>You run this Townlet?</b> <code>make up</code> printed the director’s link in your terminal.
        </p>
      </form>
    </main>
  );
}
