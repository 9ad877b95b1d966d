const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    {
      jsc: { target: 'es2024', parser: { syntax: 'typescript', tsx: true }, transform: { react: { runtime: 'automatic' } } },
      module: { type: 'es6' },
      sourceMaps: 'inline',
    },
  ],
};

const common = {
  rootDir: import.meta.dirname,
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform,
  modulePathIgnorePatterns: ['/dist/', '/\\.types/', '/\\.data/'],
};

// Test files share database servers; their keeper ends them with this process.
process.env['PORTICO_TEST_RUN'] ??= String(process.pid);

const browserRooms = ['shell', 'remotes', 'shared/ui', 'shared/plugin-api', 'shared/[a-z-]+-react', 'shared/test-kit/src/(?:portal|fakes)'];
const inBrowserRooms = browserRooms.map(room => `<rootDir>/(${room})/.*\\.test\\.tsx?$`);

export default {
  // Tests that start processes and servers may stand in a queue for the processor; no test asserts how long it took.
  testTimeout: 60_000,
  // Many tests wait for servers and processes; on two cores the usual "all but one" would leave one idle.
  maxWorkers: '100%',
  projects: [
    {
      ...common,
      displayName: 'node',
      testEnvironment: 'node',
      testEnvironmentOptions: { customExportConditions: ['@portico/source', 'node', 'node-addons'] },
      testRegex: ['\\.test\\.ts$'],
      testPathIgnorePatterns: ['/node_modules/', ...inBrowserRooms],
    },
    {
      ...common,
      displayName: 'browser',
      testEnvironment: 'jsdom',
      testEnvironmentOptions: { customExportConditions: ['@portico/source', 'browser'] },
      testRegex: inBrowserRooms.map(pattern => pattern.replace('<rootDir>', import.meta.dirname)),
      setupFiles: ['<rootDir>/shared/test-kit/src/jest/browser-globals.js'],
      setupFilesAfterEnv: ['<rootDir>/shared/test-kit/src/jest/browser-matchers.js'],
      moduleNameMapper: { '\\.css$': '<rootDir>/shared/test-kit/src/jest/style-names.js' },
    },
  ],
};
