/** A row of tabs, moved through with the arrow keys. */

interface Props<T extends string> {
  tabs: readonly { id: T; label: string }[];
  chosen: T;
  choose: (id: T) => void;
  label: string;
}

export function Tabs<T extends string>({ tabs, chosen, choose, label }: Props<T>) {
  const onKeyDown = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    const here = tabs.findIndex(({ id }) => id === chosen);
    const next = tabs[(here + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    choose(next.id);
    const row = event.currentTarget as HTMLElement;
    (row.children[tabs.indexOf(next)] as HTMLElement).focus();
    event.preventDefault();
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
      {tabs.map(({ id, label: text }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === chosen}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => choose(id)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
