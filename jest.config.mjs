// Four kinds of test and the measurements in one configuration; scripts/test.mjs chooses among them.
const base = {
  // The cleaner wraps what outlives a suite once more per suite, until the stack is too small.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.(tsx?|mts)$': [
      '@swc/jest',
      {
        jsc: {
          experimental: { keepImportAttributes: true },
          target: 'es2022',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  moduleNameMapper: {
    '^server-only$': '<rootDir>/__tests__/support/empty.mjs',
    '\\.module\\.css$': '<rootDir>/__tests__/support/styles.mjs',
    '^@/(.*)$': '<rootDir>/$1',
  },
  testPathIgnorePatterns: ['/node_modules/', '/.next/', '/.data/'],
  modulePathIgnorePatterns: ['<rootDir>/.next/', '<rootDir>/.data/', '<rootDir>/.cache/'],
};

export default {
  // Modules of a suite are not quite given back when it ends; a fresh process is quicker than a collector in such a heap.
  workerIdleMemoryLimit: '1200MB',
  testSequencer: '<rootDir>/__tests__/support/sequencer.mjs',
  projects: [
    {
      ...base,
      displayName: 'unit',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/__tests__/{unit,architecture}/**/*.test.{ts,tsx}'],
    },
    {
      ...base,
      displayName: 'integration',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/__tests__/integration/**/*.test.{ts,tsx}'],
      globalSetup: '<rootDir>/__tests__/support/database-setup.mjs',
      globalTeardown: '<rootDir>/__tests__/support/database-teardown.mjs',
    },
    {
      ...base,
      displayName: 'component',
      testEnvironment: 'jsdom',
      testMatch: ['<rootDir>/__tests__/component/**/*.test.{ts,tsx}'],
    },
    {
      ...base,
      displayName: 'e2e',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/__tests__/e2e/**/*.test.{ts,tsx}'],
      globalSetup: '<rootDir>/__tests__/support/server-setup.mjs',
      globalTeardown: '<rootDir>/__tests__/support/server-teardown.mjs',
    },
    {
      ...base,
      displayName: 'bench',
      testEnvironment: 'node',
      testMatch: ['<rootDir>/bench/**/*.bench.ts'],
      globalSetup: '<rootDir>/__tests__/support/server-setup.mjs',
      globalTeardown: '<rootDir>/__tests__/support/server-teardown.mjs',
    },
  ],
};
