import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rollupOptions: {
        input: { index: 'src-main/index.ts', store: 'src-main/store/process.ts', 'page-worker': 'src-main/store/page-worker.ts' },
      },
    },
  },
  // A sandboxed preload cannot be an ES module, nor load packages.
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rollupOptions: { input: { index: 'src-preload/index.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'src-renderer',
    plugins: [react()],
    build: { outDir: 'out/renderer', modulePreload: false, rollupOptions: { input: 'src-renderer/index.html' } },
  },
})
