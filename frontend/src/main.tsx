/** Boots the page. */
import { render } from 'preact';

async function boot(): Promise<void> {
  await Promise.resolve();
  const host = document.getElementById('app');
  if (host !== null) render(<p>Townlet</p>, host);
}

void boot();
