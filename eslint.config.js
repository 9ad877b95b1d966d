import js from '@eslint/js';
import globals from 'globals';
import playwright from 'eslint-plugin-playwright';
import reactHooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';

const tests = ['**/*.test.{ts,tsx}', 'nginx/test/**', '**/*.contract.ts', 'e2e/**', 'shared/test-kit/**', 'shared/test-servers/**', '**/fixtures/**', '**/dev/**'];

const thrownErrors = {
  selector: "NewExpression[callee.name=/^(Error|TypeError|RangeError)$/]",
  message: 'Throw an error of the catalogue: createError(subjectErrors.KEY, { ... }) from @portico/errors.',
};

const noEnum = { selector: 'TSEnumDeclaration', message: 'Use a union of strings, or a frozen object: Node strips types and cannot run an enum.' };

export default tseslint.config(
  { ignores: ['**/dist/', '**/.types/', '**/node_modules/', '.data/', 'test-results/', 'playwright-report/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
    rules: {
      'max-params': ['error', 3],
      'max-lines': ['error', { max: 400 }],
      'no-console': 'error',
      'no-restricted-syntax': ['error', thrownErrors, noEnum],
      'no-restricted-globals': ['error', { name: 'process', message: 'Read the environment in a main.ts and pass values on.' }],
      'no-restricted-imports': ['error', { paths: [{ name: 'node:process', message: 'Read the environment in a main.ts and pass values on.' }] }],
      'prefer-const': 'error',
      eqeqeq: ['error', 'smart'],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'separate-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true }],
      '@typescript-eslint/no-invalid-void-type': 'off',
      '@typescript-eslint/unified-signatures': 'off',
    },
  },
  {
    files: ['shell/**/*.{ts,tsx}', 'remotes/**/*.{ts,tsx}', 'shared/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    files: ['**/main.ts', '**/*.config.{ts,js}', '**/bootstrap/*.{ts,mjs}', 'e2e/**', ...tests],
    rules: { 'no-restricted-globals': 'off', 'no-restricted-imports': 'off' },
  },
  {
    files: ['shared/errors/src/portico-error.ts', ...tests],
    rules: { 'no-restricted-syntax': ['error', noEnum], 'max-params': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
  {
    files: ['shared/{contracts,config,ui,plugin-api,remote-checks}/**', 'shared/*-{react,common}/**'],
    ignores: ['shared/plugin-api/src/**', ...tests],
    rules: {
      'no-restricted-syntax': [
        'error',
        thrownErrors,
        noEnum,
        { selector: "CallExpression[callee.name='createContext']", message: "Use createSharedContext('<plugin>.<name>/v1') of @portico/plugin-api: a library may be present twice in one page." },
      ],
    },
  },
  { ...playwright.configs['flat/recommended'], files: ['e2e/journeys/**/*.ts', 'e2e/pages/**/*.ts', 'e2e/fixtures/**/*.ts'] },
);
