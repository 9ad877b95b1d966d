import { isPorticoError } from '@portico/errors';
import { portalOptions } from '../command.ts';
import type { Command } from '../command.ts';
import { findPortal } from '../portal/find-portal.ts';
import { createRegistryCalls } from '../portal/registry-calls.ts';
import { findDist } from '../project/find-project.ts';
import { packDist } from '../project/pack-dist.ts';
import { readDist } from '../project/read-dist.ts';
import { signDist } from '../project/sign-dist.ts';
import { findingLines } from './findings.ts';

const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** `portico publish`: uploads a build as an immutable version. The same bytes again are no error. */
export const publish: Command = {
  summary: 'uploads a build as a version; --channel gives it to people at once',
  usage: 'publish [folder] [--channel <name>] [--register] [--key <file>] [--portal <url>]',
  mostWords: 1,
  options: {
    channel: { type: 'value', says: 'gives the version by this channel at once; the very first version stable gives by itself' },
    register: { type: 'switch', says: 'registers the remote first, where the portal does not do that by itself' },
    key: { type: 'value', says: 'file of the private ed25519 key, in PEM, that signs the version' },
    ...portalOptions,
  },
  async run(input, context) {
    const directory = findDist(context.directory, input.words[0]);
    const key = text(input.options['key']);
    if (key !== undefined) signDist(directory, key);
    const dist = readDist(directory);
    const { id = '', version = '' } = dist.manifest;
    const address = findPortal(input, context);
    const registry = createRegistryCalls(address);
    context.progress(`packing ${dist.files.size} files`);
    const archive = await packDist(dist);
    context.progress(`publishing ${id} ${version} (${Math.ceil(archive.length / 1024)} kB) to ${address.url}`);

    const send = () => registry.publish(id, archive, text(input.options['channel']));
    const published = await send().catch(async (error: unknown) => {
      if (input.options['register'] !== true || !isPorticoError(error) || error.name !== 'NotFoundError') throw error;
      context.progress(`registering ${id}`);
      await registry.register({ id });
      return send();
    });
    const { created, channels, findings } = published;
    const given = channels.length > 0 ? `given by ${channels.join(', ')}` : 'nobody gets it until it is promoted';
    const verdict = created ? `Published ${id} ${version}; ${given}` : `${id} ${version} was published before with the same bytes; ${given}`;
    return { lines: [...findingLines(findings), verdict], data: { ok: true, ...published } };
  },
};
