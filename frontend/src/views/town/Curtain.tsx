/** Hangs before a town until its picture is drawn, and tells how far that is. */
import { words } from '../../words/language.ts';
import { useDesk } from './desk.ts';

/** The town itself, its places, and the parts of its picture. */
const FIRST_STEPS = 2;

export function Curtain() {
  const { store, map, pictures } = useDesk();
  if (map.value !== null || pictures.value === null) return null;
  const says = words().town.coming;
  const { came, all, again } = pictures.value;
  const known = Number(store.state.value !== null) + Number(store.setting.value !== null);
  const doing = again
    ? says.again
    : store.state.value === null
      ? says.town
      : store.setting.value === null
        ? says.places
        : says.pictures;
  return (
    <div class="curtain" role="status">
      <p>{doing}</p>
      <progress aria-label={doing} max={FIRST_STEPS + all} value={known + came} />
    </div>
  );
}
