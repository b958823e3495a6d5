import { defineConfig } from 'vite';

/** The player of a replay: one script and one sheet of styles, which go into a file that opens from disk. */
export default defineConfig({
  publicDir: false,
  // There is one script, which never looks for another beside itself.
  define: { 'import.meta': '{}' },
  build: {
    outDir: 'dist/replay',
    target: 'es2022',
    assetsInlineLimit: 1_000_000,
    cssCodeSplit: false,
    modulePreload: false,
    chunkSizeWarningLimit: 1500,
    rolldownOptions: {
      input: 'src/replay/main.tsx',
      output: {
        format: 'iife',
        codeSplitting: false,
        entryFileNames: 'replay.js',
        assetFileNames: 'replay[extname]',
      },
    },
  },
});
