/** German. */
import type { Words } from '../en/index.ts';
import { access } from './access.ts';
import { lobby } from './lobby.ts';
import { telling } from './telling.ts';
import { topBar } from './topBar.ts';

export const de: Words = { access, lobby, telling, topBar };
