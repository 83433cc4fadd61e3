import { defineConfig } from 'vitest/config'

// Two projects: `unit` needs nothing but Node; `browser` drives Chromium over the built site in `out/`.
export default defineConfig({
  resolve: { tsconfigPaths: true },
  test: {
    environment: 'node',
    // Vitest would leave one core to whoever looks on: half of a machine that has two.
    maxWorkers: '100%',
    // Against tests that hang, not against a busy machine: many start programs, bundle, simulate thousands of runs or drive pages.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['**/*.test.{ts,tsx}'],
          exclude: ['node_modules', 'out', '.next', '.cache', '.contentlayer'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['tests/**/*.browser.ts'],
          // Pages come alive and scroll when they can, on a busy machine later.
          expect: { poll: { timeout: 60_000 } },
        },
      },
    ],
  },
})
