export { freePort, startMariadb, startMemcached, startPostgres, startRedis } from '@portico/test-servers';
export type { CacheServerOptions, RedisOptions, RunningServer, SqlConnection } from '@portico/test-servers';
