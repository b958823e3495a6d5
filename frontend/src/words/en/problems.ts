/** What goes wrong between the page and the server, and what to do. */
import { english } from '../grammar.ts';

export const problems = {
  serverAway: 'The server does not answer. Nothing is lost; try again when it is back.',
  signedOut:
    'You are not signed in any more: your link was taken back, its time is over, or you signed out in another tab.',
  answered: (status: number) => `The server answered ${status}.`,
  /** `seconds` 0 where the server does not say how long. */
  tooMuch: (seconds: number) =>
    `That was too much at once. Wait ${
      seconds > 1
        ? english.count(
            seconds,
            (n) => `${n} second`,
            (n) => `${n} seconds`,
          )
        : 'a moment'
    }, then try again; nothing is lost.`,
  waits: 'It is handed in and waits: the town has not taken it up yet.',
  noLink: 'That is no link of a Townlet. Paste the whole of it.',
  deadLink:
    'This link does not open this Townlet: it is mistyped, its time is over, or it was taken back. Ask whoever gave it to you for a new one.',
  notYours: 'Your role may not watch this town, or this page is not the server’s own. Ask a director for a link.',
  noTown: 'There is no such town. Its address may be mistyped, or it was deleted.',
  deleted: 'This town was deleted.',
  artMissing: (title: string) =>
    `The pictures of ${title} are being drawn. Should they not come: its folder must lie in scenarios/ as it was when this town was founded; “townlet draw” draws them then.`,
};
