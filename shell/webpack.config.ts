import { createShellConfig } from '@portico/preset';

const config = createShellConfig(import.meta.dirname);

/**
 * The component families stay one shared module each, but come in one script and one style: a page uses most of them, and
 * together they cost less than a dozen requests.
 */
const families = { test: /[\\/]shared[\\/]ui[\\/]src[\\/]/, name: 'families', chunks: 'async', enforce: true } as const;

config.optimization = { ...config.optimization, splitChunks: { cacheGroups: { default: false, defaultVendors: false, families } } };

export default config;
