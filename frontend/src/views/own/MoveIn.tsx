/** Opens the form for somebody who is to come to live in the town that is shown. */
import { useComputed } from '@preact/signals';
import { useState } from 'preact/hooks';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { OwnResident } from './OwnResident.tsx';

export function MoveIn() {
  const { store } = useDesk();
  const [open, setOpen] = useState(false);
  const gone = useComputed(() => store.state.value?.departed).value ?? {};
  const setting = store.setting.value;
  if (setting === null) return null;
  // Nobody is known from the first to those who have left.
  const living = { ...setting.scenario, residents: setting.scenario.residents.filter(({ id }) => !(id in gone)) };
  return (
    <p class="own-open">
      <button class="key" type="button" onClick={() => setOpen(true)}>
        ＋ {words().own.open}
      </button>
      {open && <OwnResident scenario={living} town={store.id} close={() => setOpen(false)} />}
    </p>
  );
}
