/** A moment that the address names is shown as soon as the town is here, and whenever the address names another. */
import { effect } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import { momentIn } from '../../town/timeline/moment.ts';
import type { Desk } from '../town/desk.ts';

export function useSharedMoment(desk: Desk): void {
  useEffect(() => {
    const open = () => {
      const moment = momentIn(location.hash);
      if (moment !== null) void desk.open(moment);
    };
    let opened = false;
    const end = effect(() => {
      if (opened || desk.store.present.value === null) return;
      opened = true;
      open();
    });
    addEventListener('hashchange', open);
    return () => {
      end();
      removeEventListener('hashchange', open);
    };
  }, [desk]);
}
