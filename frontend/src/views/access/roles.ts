/** What each role is called, and what whoever has it may do. */
import type { Role } from '../../town/generated.ts';

interface RoleWords {
  icon: string;
  title: string;
  /** Said to the one who has it. */
  you: string;
  /** Said of those who will have it. */
  they: string;
}

export const ROLES: Readonly<Record<Role, RoleWords>> = {
  visitor: {
    icon: '👋',
    title: 'Visitor',
    you: 'You watch, and you talk with residents. Setting the clock and changing the town is for directors.',
    they: 'watch and talk with residents',
  },
  viewer: {
    icon: '👀',
    title: 'Viewer',
    you: 'You watch. A visitor’s link would let you talk with residents: ask whoever sent you yours.',
    they: 'only watch',
  },
  director: {
    icon: '🎬',
    title: 'Director',
    you: 'You may do everything: found towns, set their clocks, change things, invite people.',
    they: 'do everything that you may',
  },
};
