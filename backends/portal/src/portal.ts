import { resolve } from 'node:path';
import { runBackend } from '@portico/backend-framework';
import { developmentAccess } from './development-access.ts';

/** Starts the backend of this installation: the plugins that it has, and what holds unless the configuration says otherwise. */
export async function startPortal(process: NodeJS.Process, root: string): Promise<void> {
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
      import('@portico/plugin-auth-backend-module-oidc'),
      import('@portico/plugin-auth-backend-module-proxy-header'),
      import('@portico/plugin-permission-backend'),
      import('@portico/plugin-registry-backend'),
      import('@portico/plugin-catalog-backend'),
      import('@portico/plugin-catalog-backend-module-git'),
    ],
  });
}
