import type { ChannelMove } from '@portico/contracts';
import { buildErrors, createError } from '@portico/errors';
import { portalOptions } from '../command.ts';
import type { Command, CommandInput } from '../command.ts';
import { findPortal } from '../portal/find-portal.ts';
import { createRegistryCalls } from '../portal/registry-calls.ts';
import { remoteOf } from './remote-of.ts';

function moveOf({ words, options }: CommandInput, usage: string): ChannelMove {
  const [version] = words.slice(-1);
  const weight = options['weight'] === undefined ? undefined : Number(options['weight']);
  if (version === undefined || (weight !== undefined && !(weight >= 0 && weight <= 100))) {
    const reason = version === undefined ? 'no version' : `no percentage from 0 to 100 but ${String(options['weight'])}`;
    throw createError(buildErrors.OPTION_INVALID, { reason, usage });
  }
  const audience = typeof options['audience'] === 'string' ? options['audience'].split(',').map(ref => ref.trim()) : undefined;
  return {
    version,
    ...(weight === undefined ? {} : { weight }),
    ...(audience === undefined ? {} : { audience }),
    ...(typeof options['note'] === 'string' ? { note: options['note'] } : {}),
  };
}

/** `portico promote`: gives a version to people. */
export const promote: Command = {
  summary: 'gives a version to everybody, or by --channel to a share or an audience',
  usage: 'promote [id] <version> [--channel <name>] [--weight <percent>] [--audience <refs>] [--note <text>] [--portal <url>]',
  mostWords: 2,
  options: {
    channel: { type: 'value', says: 'stable without it; another one needs --weight or --audience' },
    weight: { type: 'value', says: 'percent of the users who get it, 0 to 100, always the same ones' },
    audience: { type: 'value', says: 'users and groups who get it: user:default/ada,group:default/frontends' },
    note: { type: 'value', says: 'why, for the audit trail' },
    ...portalOptions,
  },
  async run(input, context) {
    const move = moveOf(input, promote.usage);
    const id = remoteOf(input.words.slice(0, -1), context, promote.usage);
    const channel = String(input.options['channel'] ?? 'stable');
    const moved = await createRegistryCalls(findPortal(input, context)).move(id, channel, move);
    return { lines: [`${channel} of ${id} gives ${move.version}`], data: { ok: true, id, channel, ...moved } };
  },
};
