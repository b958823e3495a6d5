/** A control with its label. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

interface Props {
  label: string;
  /** Gets the id that ties the control to its label. */
  children: (id: string) => ComponentChildren;
  class?: string;
}

export function Field({ label, children, class: name = '' }: Props) {
  const id = useId();
  return (
    <div class={`field ${name}`}>
      <label for={id}>{label}</label>
      {children(id)}
    </div>
  );
}
