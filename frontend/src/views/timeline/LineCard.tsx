/** A key beside the strip, and the card that it opens above itself. */
import type { ComponentChildren } from 'preact';

interface Props {
  /** Of the card in the page. */
  id: string;
  label: string;
  /** Outline of the key's picture, in a box of 16 by 16. */
  draw: string;
  opened?: () => void;
  children: ComponentChildren;
}

export function LineCard({ id, label, draw, opened, children }: Props) {
  return (
    <>
      <button class="key" type="button" popovertarget={id} aria-label={label} title={label}>
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d={draw} />
        </svg>
      </button>
      <div
        id={id}
        class="line-card scrolls"
        popover="auto"
        role="group"
        aria-label={label}
        onToggle={(event) => event.newState === 'open' && opened?.()}
      >
        {children}
      </div>
    </>
  );
}
