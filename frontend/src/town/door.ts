/** Coming in by a link, and going out again. */
import { api, Refusal } from './api.ts';
import { session, turnedAway } from './session.ts';

const AGAIN_MS = 1000;
const IN_HASH = /[#&]token=([^&\s]+)/;

/** The token in a link or in whatever else somebody pasted; the text itself if there is no link in it. */
export function tokenIn(text: string): string {
  const found = IN_HASH.exec(text)?.[1];
  return found === undefined ? text.trim() : decodeURIComponent(found);
}

/** Finds out who this browser is; a link's token is taken out of the address at once, so that nobody copies it. */
export async function arrive(): Promise<void> {
  const link = IN_HASH.test(location.hash) ? tokenIn(location.hash) : null;
  if (link !== null) history.replaceState(history.state, '', location.pathname + location.search);
  if (link !== null && (await enter(link))) return;
  await recognise();
}

/** Opens a session by a link or its token. False, with `turnedAway` saying why, if that is refused. */
export async function enter(text: string): Promise<boolean> {
  try {
    session.value = await api.signIn({ token: tokenIn(text) });
    turnedAway.value = '';
    return true;
  } catch (error) {
    turnedAway.value = whyNot(error);
    return false;
  }
}

export async function leave(): Promise<void> {
  await api.signOut();
  turnedAway.value = '';
  session.value = { role: null, visitor: null, label: '', expires_at: null };
}

/** Asks until the server answers: without that nothing can be shown. */
async function recognise(): Promise<void> {
  for (;;) {
    try {
      session.value = await api.session();
      return;
    } catch (error) {
      turnedAway.value = error instanceof Error ? error.message : String(error);
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

function whyNot(error: unknown): string {
  if (error instanceof Refusal && error.status === 422) return 'That is no link of a Townlet. Paste the whole of it.';
  return error instanceof Error ? error.message : String(error);
}
