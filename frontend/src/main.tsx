/** Boots the page. */
import { render } from 'preact';
// Pixi makes functions out of text otherwise, which the page's security policy forbids.
import 'pixi.js/unsafe-eval';
import '@fontsource/pixelify-sans/latin-600.css';
import '@fontsource-variable/nunito';
import './styles/index.css';
import { App } from './views/App.tsx';
import { tellTheDocument } from './words/language.ts';

tellTheDocument();
const host = document.getElementById('app');
if (host !== null) render(<App />, host);
