/** What each role is shown as; what it may do is said by the catalogue. */
import type { Role } from '../../town/generated.ts';

export const ROLE_ICONS: Readonly<Record<Role, string>> = { visitor: '👋', viewer: '👀', director: '🎬' };
