/** German. */
import type { Words } from '../en/index.ts';
import { topBar } from './topBar.ts';

export const de: Words = { topBar };
