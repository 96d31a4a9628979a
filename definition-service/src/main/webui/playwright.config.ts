import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';

/** Without MILLRACE_CHROMIUM, which `./millrace test` sets to what it finds: Debian's, or else Playwright's own. */
const debian = '/usr/bin/chromium';
const chromium = process.env['MILLRACE_CHROMIUM'] ?? (existsSync(debian) ? debian : undefined);

/** Walks through the running product; WebIT of module standalone starts it and says where it is. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: process.env['MILLRACE_E2E_OUT'] ?? 'test-results',
  workers: 1,
  // What fails once under load is a fault of the page or of the walk: neither is repeated until it passes.
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env['MILLRACE_URL'] ?? 'http://localhost:8080',
    locale: 'en-US',
    viewport: { width: 1440, height: 900 },
    trace: 'off',
    launchOptions: {
      ...(chromium ? { executablePath: chromium } : {}),
      // A browser for tests asks nobody on the network for anything; as root it has no sandbox to use.
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
