/** Drawings that are not there yet: those of a new scenario take the server some seconds. */

const FIRST_MS = 1000;
const LONGEST_MS = 8000;

/** Real milliseconds until the next try, after so many in vain. */
export const respite = (tries: number) => Math.min(LONGEST_MS, FIRST_MS * 2 ** tries);

/** Tries again and again until it succeeds; calls `waiting` after each time in vain, rejects once `left` says so. */
export async function awaited<T>(attempt: () => Promise<T>, left: () => boolean, waiting?: (why: unknown) => void) {
  for (let tries = 0; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (left()) throw error;
      waiting?.(error);
      await new Promise((resolve) => setTimeout(resolve, respite(tries)));
    }
  }
}
