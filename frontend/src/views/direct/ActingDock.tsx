/** The lower edge of the map for a director who acts for a resident: whom, how to lead it, and the way out. */
import { useEffect } from 'preact/hooks';
import { words } from '../../words/language.ts';
import { useDesk } from '../town/desk.ts';
import { listenForWalking } from '../visit/keys.ts';
import { useSending } from './sendingOrWhy.tsx';

export function ActingDock() {
  const desk = useDesk();
  const { store, acting, actions } = desk;
  const { send, busy, fault } = useSending();
  useEffect(() => {
    // Whoever has just stepped in, leads: the keys are the map's.
    document.getElementById('map')?.focus({ preventScroll: true });
    return listenForWalking(acting, { talk: () => undefined, use: () => undefined });
  }, [acting]);
  const me = acting.me.value;
  const setting = store.setting.value;
  if (me === null || setting === null) return null;
  const says = words().stepInto;
  const { findMe } = words().visit;
  return (
    <section class="visit-dock in-town" aria-label={says.youAre(setting.nameOf(me.id))} data-testid="acting-dock">
      {acting.refusal.value !== '' && (
        <p class="notice visit-note" role="alert">
          {acting.refusal.value}
        </p>
      )}
      {fault}
      <div class="visit-card">
        <div class="visit-deeds">
          <p class="quiet visit-hint">
            <b>
              <span aria-hidden="true">🎭</span> {says.youAre(setting.nameOf(me.id))}.
            </b>{' '}
            {store.clock.value?.paused === true ? (
              says.paused
            ) : (
              <>
                <span class="by-keys">{says.keys}</span>
                <span class="by-touch">{words().visit.touch}</span>
              </>
            )}
          </p>
          {desk.followed.value !== me.id && (
            <button class="chip" type="button" onClick={() => desk.findOneself()}>
              <span aria-hidden="true">🎯</span> <span class="word">{findMe}</span>
            </button>
          )}
          <button class="chip" type="button" disabled={busy} onClick={() => void send(actions.stepOut(me.id))}>
            <span aria-hidden="true">🚪</span> <span class="word">{says.stepOut}</span>
          </button>
        </div>
      </div>
    </section>
  );
}
