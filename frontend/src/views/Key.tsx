/** A key of a bar of controls, with a picture on it. */

interface KeyProps {
  label: string;
  press: () => void;
  /** Outline of its picture, in a box of 16 by 16. */
  draw: string;
  off?: boolean;
  main?: boolean;
}

export function Key({ label, press, draw, off = false, main = false }: KeyProps) {
  return (
    <button
      class={main ? 'key play' : 'key'}
      type="button"
      aria-label={label}
      title={label}
      disabled={off}
      onClick={press}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d={draw} />
      </svg>
    </button>
  );
}
