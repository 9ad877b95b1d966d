import fs from 'node:fs';
import path from 'node:path';
import { createError, startErrors } from '@portico/errors';
import type { PorticoError } from '@portico/errors';

/** A server that the tests run for real. */
export interface ServerTool {
  /** For people. */
  readonly title: string;
  /** Any of these is it. */
  readonly binaries: readonly string[];
  /** The package of Debian that holds it. */
  readonly debianPackage: string;
  /** The image that stands in for it where Docker answers, and the port that it listens on. */
  readonly image: string;
  readonly port: number;
}

/** The servers that the tests run for real. */
export const serverTools = {
  postgres: { title: 'PostgreSQL', binaries: ['postgres'], debianPackage: 'postgresql', image: 'postgres:15', port: 5432 },
  mariadb: { title: 'MariaDB', binaries: ['mariadbd', 'mysqld'], debianPackage: 'mariadb-server', image: 'mariadb:10.11', port: 3306 },
  memcached: { title: 'memcached', binaries: ['memcached'], debianPackage: 'memcached', image: 'memcached:1.6', port: 11_211 },
  redis: { title: 'Redis', binaries: ['redis-server', 'valkey-server'], debianPackage: 'redis-server', image: 'redis:7', port: 6379 },
  nginx: { title: 'nginx', binaries: ['nginx'], debianPackage: 'nginx', image: 'nginx:1', port: 80 },
} as const satisfies Readonly<Record<string, ServerTool>>;

/** A key of `serverTools`. */
export type ServerToolName = keyof typeof serverTools;

const postgresVersions = '/usr/lib/postgresql';

/** Folders in which systems keep servers that they don't put on PATH; the newest PostgreSQL goes first. */
function usualPlaces(): readonly string[] {
  const versions = fs.existsSync(postgresVersions) ? fs.readdirSync(postgresVersions) : [];
  const newestFirst = versions.toSorted((left, right) => Number(right) - Number(left));
  return [
    ...newestFirst.map(version => path.join(postgresVersions, version, 'bin')),
    '/usr/sbin', '/usr/local/sbin', '/usr/libexec', '/usr/lib/mysql', '/usr/local/bin', '/usr/local/mysql/bin', '/opt/homebrew/bin',
    '/opt/homebrew/sbin', '/usr/bin',
  ];
}

function places(): readonly string[] {
  return [...(process.env['PATH'] ?? '').split(path.delimiter).filter(path.isAbsolute), ...usualPlaces()];
}

/** The path of a program under any of its names, on PATH or in the usual places. */
export function findProgram(...names: readonly string[]): string | undefined {
  return names.flatMap(name => places().map(folder => path.join(folder, name))).find(file => fs.existsSync(file));
}

/** A server's entry and the path of its binary, if this machine has one. */
export function findTool(name: ServerToolName): { readonly tool: ServerTool; readonly binary: string | undefined } {
  const tool: ServerTool = serverTools[name];
  return { tool, binary: findProgram(...tool.binaries) };
}

/** What to say where a server's binary is not there and may not be installed. */
export function missingTool(...names: readonly ServerToolName[]): PorticoError {
  const tools = names.map(name => serverTools[name]);
  return createError(startErrors.TOOL_MISSING, {
    tool: tools.map(tool => `${tool.title} (${tool.binaries[0]})`).join(', '),
    places: 'PATH and the usual folders',
    install: `\`apt-get install ${tools.map(tool => tool.debianPackage).join(' ')}\` on Debian, or start Docker`,
    variable: 'PATH',
  });
}
