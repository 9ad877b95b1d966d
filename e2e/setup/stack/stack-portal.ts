import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { PortalOptions, RunningPortal } from '../portal.ts';
import { startStack } from './start-stack.ts';
import type { RunningStack } from './start-stack.ts';

/** A stack that journeys see as a portal. */
export interface RunningStackPortal extends Omit<RunningPortal, 'process'> {
  readonly stack: RunningStack;
}

/**
 * Has the front door keep the entries of all remotes. A page waits for an entry for ten seconds only, and on a busy machine the
 * first one of a stack that has just been started may take longer.
 */
async function fetchEntries({ url, developmentToken }: RunningStack): Promise<void> {
  const headers = { authorization: `Bearer ${developmentToken}` };
  const { remotes } = (await (await fetch(`${url}/api/registry/snapshot`, { headers })).json()) as { remotes: { entry?: { url: string } }[] };
  const entries = remotes.flatMap(({ entry }) => (entry ? [new URL(entry.url, url)] : []));
  await Promise.all(entries.map(async entry => (await fetch(entry, { headers: { ...headers, 'accept-encoding': 'gzip, br' } })).arrayBuffer()));
}

const logFiles = ['replica-1.log', 'replica-2.log', 'catalog.log', 'nginx-error.log'];

/** Starts a stack where a journey wants a portal. Its `process` is none: a journey that needs one is about a single process. */
export async function startStackPortal(options: PortalOptions = {}): Promise<RunningPortal & RunningStackPortal> {
  const dataDirectory = options.dataDirectory ?? fs.mkdtempSync(path.join(os.tmpdir(), 'portico-stack-'));
  const configFile = path.join(dataDirectory, 'journey-config.yaml');
  fs.writeFileSync(configFile, `app:\n  baseUrl: \${PORTICO_STACK_URL}\n${options.config ?? ''}`);
  const starting = startStack({
    directory: dataDirectory,
    port: options.port,
    configFiles: [configFile],
    environment: options.environment ?? {},
  });
  const stack = await starting.catch((fault: unknown) => {
    fs.rmSync(dataDirectory, { recursive: true, force: true });
    throw fault;
  });
  await fetchEntries(stack);
  const portal: RunningStackPortal = {
    stack,
    url: stack.url,
    port: Number(new URL(stack.url).port),
    dataDirectory,
    forgetArtifacts() {
      const kept = path.join(stack.frontDoor.runDirectory, 'cache/artifacts');
      for (const name of fs.readdirSync(kept)) fs.rmSync(path.join(kept, name), { recursive: true, force: true });
    },
    developmentToken: () => stack.developmentToken,
    output: () => logFiles.map(file => path.join(stack.logs, file)).filter(file => fs.existsSync(file)).map(file => fs.readFileSync(file, 'utf8')).join('\n'),
    async stop() {
      const codes = await stack.stop();
      fs.rmSync(dataDirectory, { recursive: true, force: true });
      return codes.find(code => code !== 0) ?? 0;
    },
  };
  return portal as RunningPortal & RunningStackPortal;
}
