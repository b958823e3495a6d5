/** Where whoever has no link stands: what Townlet is, and where to put a link that they were given. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { enter } from '../../town/door.ts';
import { turnedAway } from '../../town/session.ts';
import { Field } from '../Field.tsx';

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
    const open = await enter(link);
    if (!open) setBusy(false);
  };
  return (
    <div class="lobby door">
      <header class="lobby-head">
        <h1 class="brand">Townlet</h1>
        <p>Small towns of residents with minds of their own. Watch them live, talk to them, change their world.</p>
      </header>
      <main>
        <form
          class="door-card"
          onSubmit={(event) => {
            event.preventDefault();
            void knock();
          }}
        >
          <h2>Come in with a link</h2>
          {turnedAway.value !== '' && (
            <p class="notice bad" role="alert">
              {turnedAway.value}
            </p>
          )}
          <Field label="Your link">
            {(id) => (
              <input
                id={id}
                ref={input}
                value={link}
                required
                autoComplete="off"
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
            Whoever runs this Townlet can give you one. Do you run it yourself? The terminal in which you started it
            shows the director’s link.
          </p>
        </form>
      </main>
    </div>
  );
}
