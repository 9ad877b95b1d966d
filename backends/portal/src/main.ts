import { enableCompileCache } from 'node:module';
import { resolve } from 'node:path';
import process from 'node:process';
import { setFlagsFromString } from 'node:v8';

const root = resolve(import.meta.dirname, '../../..');
// Compiled code from the last start halves the next one; only what is imported after this line takes part.
enableCompileCache(process.env.NODE_COMPILE_CACHE ?? resolve(root, 'node_modules/.cache/node-compile'));

// Loading modules makes much short-lived garbage; without this the young generation grows for it and stays 15 MB larger.
setFlagsFromString('--semi-space-growth-factor=1');

const [{ runBackend }, { developmentAccess }] = await Promise.all([
  import('@portico/backend-framework'),
  import('./development-access.ts'),
]);

await runBackend({
  process,
  defaults: {
    app: { shellDirectory: resolve(root, 'shell/dist') },
    // Without sign-in nobody gets in, and a refused guest must not leave a portal half open.
    backend: { startup: { plugins: { auth: { onPluginBootFailure: 'abort' } } } },
  },
  externalAccess: developmentAccess,
  features: () => [
    import('@portico/plugin-app-backend'),
    import('@portico/plugin-auth-backend'),
    import('@portico/plugin-permission-backend'),
    import('@portico/plugin-registry-backend'),
    import('@portico/plugin-catalog-backend'),
    import('@portico/plugin-catalog-backend-module-git'),
  ],
});

setFlagsFromString('--semi-space-growth-factor=2');
