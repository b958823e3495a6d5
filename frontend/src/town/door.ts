/** Coming in by a link, and going out again. */
import { api, Refusal } from './api.ts';
import { words } from '../words/language.ts';
import { NOBODY, session, turnedAway } from './session.ts';

const AGAIN_MS = 1000;
const IN_HASH = /([#&])token=([^&\s]+)&?/;

/** The token in a link or in whatever else somebody pasted; the text itself if there is no link in it. */
export function tokenIn(text: string): string {
  const found = IN_HASH.exec(text)?.[2];
  if (found === undefined) return text.trim();
  try {
    return decodeURIComponent(found);
  } catch {
    return found; // The server says that it is no token.
  }
}

/** The part of an address from its `#` on, without its token. */
export function withoutToken(hash: string): string {
  return hash.replace(IN_HASH, '$1').replace(/[#&]$/, '');
}

/** Finds out who this browser is; a link's token is taken out of the address at once, so that nobody copies it. */
export async function arrive(): Promise<void> {
  if (!(await openAddress()) && session.value === null) await recognise();
}

/** Comes in by the link in the address, if one is there. Returns whether that let the browser in. */
export async function openAddress(): Promise<boolean> {
  if (!IN_HASH.test(location.hash)) return false;
  const link = tokenIn(location.hash);
  history.replaceState(history.state, '', location.pathname + location.search + withoutToken(location.hash));
  return enter(link);
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

/** Throws a Refusal or ServerAway, and stays signed in, if the server did not hear of it. */
export async function leave(): Promise<void> {
  await api.signOut();
  turnedAway.value = '';
  session.value = NOBODY;
}

/** Asks until the server answers: without that nothing can be shown. */
async function recognise(): Promise<void> {
  const before = turnedAway.value;
  while (session.value === null) {
    try {
      session.value = await api.session();
      turnedAway.value = before;
    } catch (error) {
      turnedAway.value = error instanceof Error ? error.message : String(error);
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS));
    }
  }
}

function whyNot(error: unknown): string {
  if (!(error instanceof Refusal)) return error instanceof Error ? error.message : String(error);
  if (error.status === 422) return words().problems.noLink;
  // The server speaks of a token; here it is a link.
  if (error.status === 401) return words().problems.deadLink;
  return error.message;
}
