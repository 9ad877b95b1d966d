import { readdirSync, readFileSync } from 'node:fs';
import { archiveOf, registryOf } from '../../fixtures/demo-remote.ts';
import type { RegistryCalls } from '../../fixtures/demo-remote.ts';
import { startPortal } from '../../setup/portal.ts';
import type { RunningPortal } from '../../setup/portal.ts';
import { randomFrom } from '../random.ts';
import type { SoakOutcome } from '../soak-case.ts';
import { openSlow, slowKinds } from './slow-connections.ts';

const connections = 200;
const asked = 50;
const token = 'a-token-of-somebody-slow';
/** Short, so that all connections are ended in a run; what is answered meanwhile has no such limit. */
const config = `
backend:
  server: { headersTimeout: 3s, requestTimeout: 30s }
  auth:
    externalAccess:
      - { type: static, options: { token: ${token}, subject: 'external:slow', roles: [portal-admin] } }
registry: { uploadTimeoutMs: 2000 }
`;

/** The most memory that the process had, in MB. */
function peakMemory({ process: { pid } }: RunningPortal): number {
  const [, kilobytes = 0] = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kilobytes) / 1024);
}

/** What lies in the data folder beside the databases and the shell's own files. */
function filesOf({ dataDirectory }: RunningPortal): string[] {
  const names = readdirSync(dataDirectory, { recursive: true }).map(String);
  return names.filter(name => !/^(databases|app-assets)\//.test(name));
}

/** Asks and publishes as everybody does while others hold their connections. */
async function workOn(registry: RegistryCalls): Promise<string[]> {
  const published = await registry.publish({ id: 'demo', version: '1.0.0' });
  const answers = await Promise.all(Array.from({ length: asked }, () => registry.call('GET', '/snapshot')));
  const unanswered = answers.filter(({ status }) => status !== 200).length;
  return [
    ...(published === 201 ? [] : [`a publish was answered with ${published}`]),
    ...(unanswered === 0 ? [] : [`${unanswered} of ${asked} questions were not answered`]),
  ];
}

/** Two hundred connections that never come to an end, while somebody else publishes and asks: all of them are ended, and nothing stays of them. */
export async function stallUploads(seed: number): Promise<SoakOutcome> {
  const random = randomFrom(seed);
  const portal = await startPortal({ config });
  try {
    const registry = registryOf(portal);
    const before = filesOf(portal);
    const options = { port: portal.port, token, archive: archiveOf({ id: 'slow', version: '1.0.0' }) };
    const kinds = Array.from({ length: connections }, () => slowKinds[Math.floor(random() * slowKinds.length)] ?? 'stalled');
    const slow = kinds.map(kind => openSlow(kind, options));
    const faults = await workOn(registry);
    await Promise.all(slow.map(({ ended }) => ended));
    const { body } = await registry.call('GET', '/retention');
    const { orphans } = body as { readonly orphans: number };
    const left = (await registry.call('GET', '/remotes/slow')).status === 404 ? [] : ['a version came of what never arrived'];
    const files = filesOf(portal).filter(name => !before.includes(name));
    return {
      faults: [
        ...faults,
        ...left,
        ...(orphans === 0 ? [] : [`${orphans} files belong to no version`]),
        ...files.map(name => `${name} was left behind`),
        ...(await workOn({ ...registry, publish: () => registry.publish({ id: 'demo', version: '1.1.0' }) })),
      ],
      figures: { connections, 'peak-MB': peakMemory(portal) },
    };
  } finally {
    await portal.stop();
  }
}
