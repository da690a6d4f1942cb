import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const out = '../wwwroot';
const gateway = process.env['BACKOFFICE_GATEWAY'] ?? 'http://localhost:8080';
const served = ['/session', '/signin', '/signout', '/signin-oidc', '/connect', '/account', '/backoffice.', '/pages', '/status', '/docs', '/openapi.json'];

export default defineConfig({
  base: '/console/',
  resolve: { alias: { '~': join(import.meta.dirname, 'src') } },
  plugins: [
    react(),
    {
      // The gateway sends what was compressed once; it never compresses by itself.
      name: 'gzip-once',
      apply: 'build',
      closeBundle() {
        for (const file of readdirSync(join(out, 'assets')).filter((f) => /\.(js|css)$/.test(f)))
          writeFileSync(join(out, 'assets', `${file}.gz`), gzipSync(readFileSync(join(out, 'assets', file)), { level: 9 }));
      },
    },
  ],
  // The gateway puts a new nonce in its place with every page.
  html: { cspNonce: '__NONCE__' },
  build: { outDir: out, emptyOutDir: true, target: 'es2022', assetsInlineLimit: 0, chunkSizeWarningLimit: 700 },
  server: { proxy: Object.fromEntries(served.map((path) => [path, { target: gateway, changeOrigin: true }])) },
  test: { environment: 'happy-dom', include: ['src/**/*.test.{ts,tsx}'], restoreMocks: true, pool: 'threads', maxWorkers: 1, isolate: false },
});
