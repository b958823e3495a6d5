/** A small switch on the map: houses with roofs, or open all of them. */
import { signal } from '@preact/signals';
import { words } from '../../words/language.ts';

const KEPT_AS = 'townlet.roofs';

export const roofsWanted = signal(kept());

export function RoofSwitch() {
  const { roofs, roofsHint } = words().sky;
  const on = roofsWanted.value;
  return (
    <button
      type="button"
      class="roof-switch"
      aria-pressed={on}
      aria-label={roofs}
      title={roofsHint}
      onClick={() => choose(!on)}
      onPointerDown={(event) => event.stopPropagation()}
    >
      <span aria-hidden="true">🏠</span>
    </button>
  );
}

function choose(on: boolean): void {
  roofsWanted.value = on;
  try {
    localStorage.setItem(KEPT_AS, on ? 'auto' : 'off');
  } catch {
    // A browser that keeps nothing has roofs again next time.
  }
}

function kept(): boolean {
  try {
    return localStorage.getItem(KEPT_AS) !== 'off';
  } catch {
    return true;
  }
}
