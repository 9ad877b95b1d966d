import { unprivilegedAccount } from '../process/account.ts';
import type { RunningServer } from '../process/running-server.ts';
import { startServer } from '../process/start-server.ts';
import type { CacheServerOptions } from './memcached.ts';
import { probeText } from './text-probe.ts';

/** What `startRedis` takes. */
export interface RedisOptions extends CacheServerOptions {
  /** Required of every client. */
  readonly password?: string;
}

/**
 * Starts a Redis (or Valkey) that keeps nothing on disk. `connection` is a `redis://` address.
 *
 * @throws START_TOOL_MISSING, START_SERVER_NOT_STARTED
 */
export function startRedis(options: RedisOptions = {}): Promise<RunningServer<string>> {
  const { password } = options;
  const more = [...(password === undefined ? [] : ['--requirepass', password]), ...(options.arguments ?? [])];
  return startServer({
    tool: 'redis',
    connection: port => `redis://${password === undefined ? '' : `:${encodeURIComponent(password)}@`}127.0.0.1:${port}`,
    probe: port => probeText(port, 'PING', /^(\+PONG|-NOAUTH)/),
    local: (_binary, port) => ({
      account: unprivilegedAccount('redis'),
      files: options.files ?? {},
      arguments: folder => ['--bind', '127.0.0.1', '--port', String(port), '--dir', folder, '--save', '', '--appendonly', 'no', ...more],
      stopSignal: 'SIGTERM',
    }),
    container: () => ({ arguments: ['redis-server', '--save', '', ...more] }),
  });
}
