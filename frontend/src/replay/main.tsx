/** Boots a replay from the file that it is in. */
import { render } from 'preact';
// Pixi makes functions out of text otherwise, which the file's security policy forbids.
import 'pixi.js/unsafe-eval';
import '@fontsource/pixelify-sans/latin-600.css';
import '@fontsource-variable/nunito';
import '../styles/index.css';
import '../styles/replay.css';
import { NOBODY, session } from '../town/session.ts';
import { tellTheDocument } from '../words/language.ts';
import { words } from '../words/language.ts';
import { artOf } from './pictures.ts';
import { ReplayPage } from './ReplayPage.tsx';
import { Showing } from './showing.ts';
import { OldBrowser, unpack } from './unpack.ts';

async function boot(host: HTMLElement): Promise<void> {
  // Nobody is signed in to a file.
  session.value = NOBODY;
  tellTheDocument();
  render(<Notice text={words().replay.unpacking} />, host);
  try {
    const data = await unpack(document.getElementById('town')?.textContent ?? '');
    const showing = new Showing(data, await artOf(data.pictures));
    document.title = words().replay.title(data.name);
    render(<ReplayPage showing={showing} />, host);
  } catch (error) {
    const { broken, unreadable } = words().replay;
    render(<Notice text={error instanceof OldBrowser ? unreadable : broken} />, host);
    throw error;
  }
}

function Notice({ text }: { text: string }) {
  return (
    <main class="failure">
      <p role="status">{text}</p>
    </main>
  );
}

const host = document.getElementById('app');
if (host !== null) void boot(host);
