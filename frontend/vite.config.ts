import { defineConfig } from 'vitest/config';

/** Where the town is served while the page is being worked on. */
const server = process.env.TOWNLET_URL ?? 'http://127.0.0.1:8000';

export default defineConfig({
  // Jinja2 renders the shell from the manifest, so the script is the entry; index.html serves `npm run dev` alone.
  build: {
    manifest: true,
    target: 'es2022',
    rolldownOptions: { input: 'src/main.tsx' },
    chunkSizeWarningLimit: 900,
  },
  server: { proxy: { '/api': { target: server, ws: true } } },
  // However busy the machine is: what hangs is ended all the same.
  test: { include: ['tests/**/*.test.ts'], environment: 'node', testTimeout: 60_000, hookTimeout: 60_000 },
});
