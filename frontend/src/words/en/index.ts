/** English, the source of all catalogues: an area a file. A phrase with a gap or a plural is a function. */
import { access } from './access.ts';
import { lobby } from './lobby.ts';
import { telling } from './telling.ts';
import { topBar } from './topBar.ts';

export const en = { access, lobby, telling, topBar };

export type Words = typeof en;
