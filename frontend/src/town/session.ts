/** Who the browser is to the server: its role, and the visitor that it speaks as. */
import { computed, signal } from '@preact/signals';
import type { Role, SessionView } from './generated.ts';

const LADDER: readonly Role[] = ['viewer', 'visitor', 'director'];
export const NOBODY: SessionView = { role: null, visitor: null, label: '', expires_at: null };

/** Null until the server has said. */
export const session = signal<SessionView | null>(null);
/** Why somebody who was in stands before the door, or why a link did not open it; in words. */
export const turnedAway = signal('');

export const role = computed(() => session.value?.role ?? null);

/** Whether this browser may do what `needed` may. */
export function may(needed: Role): boolean {
  return role.value !== null && LADDER.indexOf(role.value) >= LADDER.indexOf(needed);
}

/** Whom this browser speaks as; nobody while it stands before the door. */
export function visitorId(): string {
  return session.value?.visitor ?? '';
}
