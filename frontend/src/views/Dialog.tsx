/** What lies over the page until it is closed: with a title, a way out, and what went wrong where something did. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';
import { words } from '../words/language.ts';

interface Props {
  /** How it looks, beside what all dialogs have in common. */
  look?: string;
  title: string;
  /** In the title's place, where it is more than words. */
  head?: ComponentChildren;
  problem?: string;
  /** Called when it is closed by whoever sees it; its owner leaves it out from then on. */
  close: () => void;
  children: ComponentChildren;
}

export function Dialog({ look = '', title, head = null, problem = '', close, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const gone = useRef(false);
  useEffect(() => {
    const shown = dialog.current;
    shown?.showModal();
    return () => {
      // Left out by its owner it is closed all the same, so that the focus goes back to where it was.
      gone.current = true;
      shown?.close();
    };
  }, []);
  return (
    <dialog
      class={`dialog ${look}`}
      ref={dialog}
      aria-label={title}
      onClose={() => gone.current || close()}
      onClick={(event) => {
        // Beside the dialog: nothing of it was hit but the whole.
        if (event.target === event.currentTarget) event.currentTarget.close();
      }}
    >
      <div class="dialog-body scrolls">
        <header>
          {head ?? <h2>{title}</h2>}
          <button class="close" type="button" aria-label={words().access.close} onClick={() => dialog.current?.close()}>
            ×
          </button>
        </header>
        {problem !== '' && (
          <p class="wrong" role="alert">
            {problem}
          </p>
        )}
        {children}
      </div>
    </dialog>
  );
}
