import { defineConfig } from 'vitest/config'

// Two projects: `unit` needs nothing but Node; `browser` drives Chromium over the built site in `out/`.
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['node_modules', 'out', '.next', '.cache', '.contentlayer'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/**/*.browser.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Pages come alive and scroll when they can, on a busy machine later.
          expect: { poll: { timeout: 20_000 } },
          fileParallelism: false,
        },
      },
    ],
  },
})
