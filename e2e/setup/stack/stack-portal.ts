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

const logFiles = ['replica-1.log', 'replica-2.log', 'catalog.log', 'nginx-error.log'];

/** Starts a stack where a journey wants a portal. Its `process` is none: a journey that needs one is about a single process. */
export async function startStackPortal(options: PortalOptions = {}): Promise<RunningPortal & RunningStackPortal> {
  const dataDirectory = options.dataDirectory ?? fs.mkdtempSync(path.join(os.tmpdir(), 'portico-stack-'));
  const configFile = path.join(dataDirectory, 'journey-config.yaml');
  fs.writeFileSync(configFile, `app:\n  baseUrl: \${PORTICO_STACK_URL}\n${options.config ?? ''}`);
  const stack = await startStack({
    directory: dataDirectory,
    port: options.port,
    configFiles: [configFile],
    environment: options.environment ?? {},
  });
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
