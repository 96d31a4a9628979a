import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const services = process.env['MILLRACE_URL'] ?? 'http://localhost:8080';

// Maven says which version it builds; whoever runs Vite by hand has none.
const version = process.env['MILLRACE_VERSION'] ?? 'development';

export default defineConfig({
  define: { __VERSION__: JSON.stringify(version) },
  // esbuild's own JSX transform suffices for builds; a page under `npm run dev` reloads whole.
  esbuild: { jsx: 'automatic' },
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  build: {
    outDir: process.env['MILLRACE_WEB_OUT'] ?? '../../../target/classes/META-INF/resources',
    emptyOutDir: true,
    manifest: true,
    chunkSizeWarningLimit: 1500,
    // antd's files carry directives for another framework; each would be a warning of three lines.
    rollupOptions: {
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
  server: { proxy: { '/api': services, '/q': services, '/webhooks': services } },
  test: {
    environment: 'jsdom',
    globals: true,
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    // Builds share their machine with others.
    testTimeout: 60_000,
    maxWorkers: 2,
  },
});
