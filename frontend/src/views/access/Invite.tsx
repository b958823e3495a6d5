/** The director's dialog for links: make one to send to people, see those there are, take one back. */
import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { api } from '../../town/api.ts';
import type { TokenView } from '../../town/generated.ts';
import { words } from '../../words/language.ts';
import { LinkRow } from './LinkRow.tsx';
import { MakeLink } from './MakeLink.tsx';

/** Who opens a link meanwhile is counted. */
const EVERY_MS = 5000;

export function Invite({ close }: { close: () => void }) {
  const { close: closeWord, invite } = words().access;
  const dialog = useRef<HTMLDialogElement>(null);
  const [links, setLinks] = useState<readonly TokenView[] | null>(null);
  const [problem, setProblem] = useState('');
  const look = useCallback(async () => {
    try {
      setLinks(await api.links());
      setProblem('');
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    }
  }, []);
  useEffect(() => {
    dialog.current?.showModal();
    void look();
    const timer = setInterval(() => void look(), EVERY_MS);
    return () => clearInterval(timer);
  }, [look]);
  const open = links?.filter((link) => !isOver(link)) ?? [];
  const over = links?.filter(isOver) ?? [];
  return (
    <dialog
      class="invite"
      ref={dialog}
      aria-labelledby="invite-title"
      onClose={close}
      onClick={(event) => {
        // Beside the dialog: nothing of it was hit but the whole.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div class="invite-body">
        <header>
          <h2 id="invite-title">{invite.title}</h2>
          <button class="close" type="button" aria-label={closeWord} onClick={() => dialog.current?.close()}>
            ×
          </button>
        </header>
        <MakeLink made={look} />
        <h3>{invite.out}</h3>
        {problem !== '' && (
          <p class="wrong" role="alert">
            {problem}
          </p>
        )}
        {links === null && problem === '' && <p class="quiet">{invite.looking}</p>}
        <ul class="links">
          {open.map((link) => (
            <LinkRow key={link.id} link={link} changed={look} />
          ))}
        </ul>
        {over.length > 0 && (
          <details class="over">
            <summary>{invite.over(over.length)}</summary>
            <ul class="links">
              {over.map((link) => (
                <LinkRow key={link.id} link={link} over />
              ))}
            </ul>
          </details>
        )}
      </div>
    </dialog>
  );
}

function isOver(link: TokenView): boolean {
  return link.revoked_at !== null || (link.expires_at !== null && Date.parse(link.expires_at) < Date.now());
}
