/** Opens the family of the town; says how large it is where there are branches. */
import { useEffect } from 'preact/hooks';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

export function BranchesButton() {
  const { family, store } = useDesk();
  const ready = store.state.value !== null;
  useEffect(() => {
    if (ready) void family.look();
  }, [ready, family]);
  const says = words().branches;
  const count = family.members.value.length;
  return (
    <button class="pill branches-button" type="button" onClick={() => (family.open.value = true)} title={says.title}>
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M4 1v14M4 11c0-4 7-3 7-8" />
        <circle cx="11" cy="3" r="1.500" />
      </svg>
      <span class="word">{says.button}</span>
      {count > 1 && <b>{count}</b>}
    </button>
  );
}
