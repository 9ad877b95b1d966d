import type { AuthService, DiscoveryService } from '@portico/backend-framework';

/** Asks other plugins in the name of the auth plugin. */
export type AskPlugin = (pluginId: string, path: string, options: { readonly body: unknown; readonly limitMs: number }) => Promise<unknown>;

/** Undefined where the plugin is not part of this portal; rejects where it does not answer as it should. */
export function createPluginCalls(auth: AuthService, discovery: DiscoveryService): AskPlugin {
  return async (pluginId, path, { body, limitMs }) => {
    const { token } = await auth.getPluginRequestToken({ targetPluginId: pluginId });
    const response = await fetch(`${await discovery.getBaseUrl(pluginId)}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(limitMs),
    });
    if (response.status === 404) return void (await response.body?.cancel());
    const answer = await response.text();
    return response.ok ? JSON.parse(answer) : Promise.reject(new DOMException(`status ${response.status}`, 'NetworkError'));
  };
}
