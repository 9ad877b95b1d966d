import type { ListenAddress } from '../services/root-instance/root-instance-service.ts';

const anyAddress = new Set(['0.0.0.0', '::', '']);

function hostForUrl(host: string): string {
  if (anyAddress.has(host)) return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

/** The address of a server as programs on this machine reach it. */
export function localUrl({ host, port }: ListenAddress): string {
  return `http://${hostForUrl(host)}:${port}`;
}
