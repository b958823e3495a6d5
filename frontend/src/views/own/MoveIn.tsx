/** Opens the form for somebody who is to come to live in the town that is shown. */
import { useState } from 'preact/hooks';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { OwnResident } from './OwnResident.tsx';

export function MoveIn() {
  const { store } = useDesk();
  const [open, setOpen] = useState(false);
  const setting = store.setting.value;
  if (setting === null) return null;
  return (
    <p class="own-open">
      <button class="key" type="button" onClick={() => setOpen(true)}>
        ＋ {words().own.open}
      </button>
      {open && <OwnResident scenario={setting.scenario} town={store.id} close={() => setOpen(false)} />}
    </p>
  );
}
