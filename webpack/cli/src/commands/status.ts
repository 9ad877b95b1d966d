import type { Channel, RemoteDetail, RemoteHealth, RemoteSummary } from '@portico/contracts';
import { pluginIdOf } from '@portico/manifest';
import { portalOptions } from '../command.ts';
import type { Command } from '../command.ts';
import { findPortal } from '../portal/find-portal.ts';
import { createRegistryCalls } from '../portal/registry-calls.ts';
import { findProject } from '../project/find-project.ts';

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map(row => row[column]?.length ?? 0)));
  return rows.map(row => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
}

function listLines(remotes: readonly RemoteSummary[]): string[] {
  const rows = remotes.map(({ id, status, version, channels }) => [
    id,
    status,
    version ?? 'none',
    channels.filter(({ channel }) => channel !== 'stable').map(({ channel, version: given }) => `${channel} ${given}`).join(', '),
  ]);
  return table([['remote', 'state', 'stable', 'other channels'], ...rows]);
}

/** A channel with its share, where it has one: `canary (10 %)`. */
function channelText(name: string, channels: readonly Channel[]): string {
  const { weight, audience } = channels.find(({ channel }) => channel === name) ?? {};
  const share = [...(weight === undefined ? [] : [`${weight} %`]), ...(audience ?? [])].join(', ');
  return share === '' ? name : `${name} (${share})`;
}

function remoteLines(remote: RemoteDetail, health: RemoteHealth): string[] {
  const rows = remote.versions.map(({ version, channels, blocked, seen }) => {
    const figures = health.versions.find(one => one.version === version);
    const errors = figures?.errorRate === undefined ? '' : `${(figures.errorRate * 100).toFixed(1)} % errors`;
    const time = figures?.loadMs ? `${Math.round(figures.loadMs.p75)} ms` : '';
    const given = channels.map(name => channelText(name, remote.channels)).join(', ');
    return [version, given || (blocked ? 'rolled back' : ''), seen ? `${seen.sessions} sessions` : '', time, errors];
  });
  const trouble = remote.reason ?? remote.fault;
  return [
    `${remote.id}: ${remote.status}`,
    ...(trouble ? [trouble.message, `Fix: ${trouble.fix}`] : []),
    ...table([['version', 'given by', 'seen in 7 days', 'load p75', 'in 24 hours'], ...rows]),
  ];
}

/** `portico status`: what people get, and how it fares. */
export const status: Command = {
  summary: 'shows the remotes of a portal, or the versions of one with their health',
  usage: 'status [id] [--portal <url>]',
  mostWords: 1,
  options: portalOptions,
  async run(input, context) {
    const registry = createRegistryCalls(findPortal(input, context));
    const project = findProject(context.directory);
    const id = input.words[0] ?? (project?.kind === 'remote' ? pluginIdOf(project.package) : undefined);
    if (id === undefined) {
      const remotes = await registry.list();
      return { lines: listLines(remotes), data: { ok: true, remotes } };
    }
    const [remote, health] = await Promise.all([registry.remote(id), registry.health(id)]);
    return { lines: remoteLines(remote, health), data: { ok: true, remote, health } };
  },
};
