/** English, the source of all catalogues: an area a file. A phrase with a gap or a plural is a function. */
import { topBar } from './topBar.ts';

export const en = { topBar };

export type Words = typeof en;
