/** Boots the page. */
import { render } from 'preact';
import '@fontsource/pixelify-sans/latin-600.css';
import '@fontsource-variable/nunito';
import './styles/index.css';
import { App } from './views/App.tsx';

const host = document.getElementById('app');
if (host !== null) render(<App />, host);
