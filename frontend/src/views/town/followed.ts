/** Tells the town whom one follows, where a mind chosen by itself goes by that. */
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { TICKS_PER_HOUR } from '../../town/calendar.ts';
import { may } from '../../town/session.ts';
import type { Desk } from './desk.ts';

/** It counts for an hour of the town; said again well before that. */
const AGAIN = TICKS_PER_HOUR / 2;

export function useFollowed(desk: Desk): void {
  useEffect(() => {
    const { store, actions, followed } = desk;
    let told: { resident: string; tick: number } | null = null;
    return effect(() => {
      const resident = followed.value;
      const town = store.state.peek();
      const tick = store.tick.value;
      if (resident === null || town === null || !may('visitor') || store.past.value !== null) return;
      if ((town.residents[resident]?.mind ?? town.mind) !== 'auto') return;
      if (told?.resident === resident && tick - told.tick < AGAIN) return;
      told = { resident, tick };
      void actions.follow(resident);
    });
  }, [desk]);
}
