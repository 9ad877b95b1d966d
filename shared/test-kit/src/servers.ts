export { freePort, isFreePort, startMariadb, startMemcached, startPostgres, startRedis } from '@portico/test-servers';
export type { CacheServerOptions, RedisOptions, RunningServer, SqlConnection } from '@portico/test-servers';
export { startFrontDoor } from './front-door/start-front-door.ts';
export type { FrontDoorOptions, RunningFrontDoor } from './front-door/start-front-door.ts';
