/** What residents remember: the page reads it from the server: reducers, as `backend/domain/reduce/memory.py`. */
import { unchanged, type Reducers } from './changing.ts';

export const MEMORY = {
  remembered: unchanged,
  rated: unchanged,
  reflected: unchanged,
  embedded: unchanged,
} satisfies Partial<Reducers>;
