/** A control with its label. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  /** Gets the id that ties the control to its label. */
  children: (id: string) => ComponentChildren;
  class?: string;
  /** Said beside the label. */
  note?: string | undefined;
}

export function Field({ label, children, class: name = '', note }: Props) {
  const id = useId();
  return (
    <div class={`field ${name}`}>
      <label for={id}>
        {label}
        {note !== undefined && <small class="note"> {note}</small>}
      </label>
      {children(id)}
    </div>
  );
}
