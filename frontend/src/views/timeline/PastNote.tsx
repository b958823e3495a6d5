/** Says over the map that this is not now, and leads back. */
import { may } from '../../town/session.ts';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';

export function PastNote() {
  const desk = useDesk();
  const { store } = desk;
  const past = store.past.value;
  const marked = desk.marked.value === desk.aftermath.followed.value ? null : desk.marked.value;
  const says = words().timeline;
  if (past === null) {
    return desk.notYet.value ? (
      <p class="notice" role="status">
        {says.notYet}
      </p>
    ) : null;
  }
  const calendar = store.calendar.value;
  const at = past.seeking.value ? past.sought.value : store.tick.value;
  const moment = (tick: number) => `${calendar.weekday(tick)} ${calendar.clock(tick)}`;
  return (
    <p class="notice past-note" data-testid="past-note">
      <span aria-hidden="true">🕰️</span>{' '}
      {past.problem.value === ''
        ? says.pastTitle(moment(at), moment(store.presentTick.value))
        : says.notHere(past.problem.value)}{' '}
      <button class="link" type="button" onClick={() => desk.lookAt(Infinity)}>
        {says.back}
      </button>{' '}
      {marked !== null && (
        <button class="link" type="button" onClick={() => desk.followInput(marked)}>
          {words().following.follow}
        </button>
      )}{' '}
      {may('director') && (
        <button class="link" type="button" onClick={() => (desk.family.open.value = true)}>
          {words().branches.branchHere}
        </button>
      )}
    </p>
  );
}

/** In place of what could be sent: nothing changes the past. */
export function OnlyLive() {
  const desk = useDesk();
  const says = words().timeline;
  return (
    <div class="only-live" data-testid="only-live">
      <p class="quiet">
        <span aria-hidden="true">🕰️</span> {says.onlyLive}
      </p>
      <button class="chip" type="button" onClick={() => desk.lookAt(Infinity)}>
        {says.back}
      </button>
    </div>
  );
}
