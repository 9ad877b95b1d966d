import { portalOptions } from '../command.ts';
import type { Command } from '../command.ts';
import { findPortal } from '../portal/find-portal.ts';
import { createRegistryCalls } from '../portal/registry-calls.ts';
import { remoteOf } from './remote-of.ts';

/** `portico rollback`: gives the version before again. */
export const rollback: Command = {
  summary: 'gives the version before again; open pages are replaced at once',
  usage: 'rollback [id] [--channel <name>] [--to <version>] [--note <text>] [--portal <url>]',
  mostWords: 1,
  options: {
    channel: { type: 'value', says: 'stable without it' },
    to: { type: 'value', says: 'the version to go back to; the one before without it' },
    note: { type: 'value', says: 'why, for the audit trail' },
    ...portalOptions,
  },
  async run(input, context) {
    const id = remoteOf(input.words, context, rollback.usage);
    const { channel = 'stable', to, note } = input.options as Record<string, string | undefined>;
    const body = { channel, ...(to === undefined ? {} : { to }), ...(note === undefined ? {} : { note }) };
    const moved = await createRegistryCalls(findPortal(input, context)).rollBack(id, body);
    const version = moved.channels.find(one => one.channel === channel)?.version ?? '?';
    return { lines: [`${channel} of ${id} gives ${version} again`], data: { ok: true, id, channel, version, ...moved } };
  },
};
