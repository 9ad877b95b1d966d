import { unprivilegedAccount } from '../process/account.ts';
import type { RunningServer } from '../process/running-server.ts';
import { startServer } from '../process/start-server.ts';
import { probeText } from './text-probe.ts';

/** What a cache server takes. */
export interface CacheServerOptions {
  /** More arguments for its command line. */
  readonly arguments?: readonly string[];
  /** Files of its folder by name, for arguments to name: they are relative to it. */
  readonly files?: Readonly<Record<string, string>>;
}

/**
 * Starts a memcached of 64 MB. `connection` is `host:port`.
 *
 * @throws START_TOOL_MISSING, START_SERVER_NOT_STARTED
 */
export function startMemcached(options: CacheServerOptions = {}): Promise<RunningServer<string>> {
  const more = options.arguments ?? [];
  return startServer({
    tool: 'memcached',
    connection: port => `127.0.0.1:${port}`,
    // With a password required, any line is answered by a demand for it.
    probe: port => probeText(port, 'version', /^(VERSION|CLIENT_ERROR|ERROR)/),
    local: (_binary, port) => ({
      account: unprivilegedAccount('memcache'),
      files: options.files ?? {},
      arguments: () => ['-l', '127.0.0.1', '-p', String(port), '-U', '0', '-m', '64', ...more],
      stopSignal: 'SIGTERM',
    }),
    container: () => ({ arguments: ['memcached', '-m', '64', ...more] }),
  });
}
