import { uiFamilies } from './ui-families.ts';

/** One module that the shell provides and every remote takes from it. */
export interface SharedModule {
  /** The import request, as remotes write it. */
  readonly request: string;
  /** The package whose version and range count. */
  readonly package: string;
  /** True when the module is in the shell's first script; others are fetched by the first remote that needs them. */
  readonly eager: boolean;
}

/**
 * The table of shared singletons. All are provided by the shell, in one copy, with a strict version check;
 * remotes carry no fallback copy (`import: false`). Shell build, remote build, checks and registry read it here.
 */
export const sharedModules: readonly SharedModule[] = [
  { request: 'react', package: 'react', eager: true },
  { request: 'react/jsx-runtime', package: 'react', eager: true },
  { request: 'react-dom', package: 'react-dom', eager: true },
  { request: 'react-dom/client', package: 'react-dom', eager: true },
  { request: 'react-router', package: 'react-router', eager: true },
  { request: '@portico/plugin-api', package: '@portico/plugin-api', eager: true },
  ...uiFamilies.map(family => ({
    request: `@portico/ui/${family}`,
    package: '@portico/ui',
    eager: false,
  })),
];
