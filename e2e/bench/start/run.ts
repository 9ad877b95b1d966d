import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { freePort, root } from '../../setup/portal.ts';
import { median, printTable } from '../measure.ts';

const rounds = 9;
const memoryAfterMs = 10_000;
/** What `npm start` runs. */
const bundle = 'backends/portal/dist/main.mjs';

interface Sample {
  readonly readyMs: number;
  /** Processor time of all threads until then: tells the same on a machine that has other work. */
  readonly cpuMs: number;
  readonly memoryMb: number;
}

async function firstReady(port: number): Promise<void> {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    if (answer?.status === 200) return;
    await wait(2);
  }
}

/** Resident memory of a process in megabytes (10^6 bytes), from the kernel's own figures. */
function residentMb(pid: number): number {
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(fs.readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return (Number(kilobytes) * 1024) / 1e6;
}

const ticksPerSecond = 100;

/** Processor time that a process has used so far, user and system, in milliseconds, from the kernel's own figures. */
function processorMs(pid: number): number {
  const [, fields = ''] = fs.readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
  const [user, system] = fields.split(' ').slice(11, 13).map(Number);
  return (((user ?? 0) + (system ?? 0)) * 1000) / ticksPerSecond;
}

async function sample(script: string): Promise<Sample> {
  const port = await freePort();
  const dataDirectory = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-bench-'));
  const spawned = performance.now();
  const child = spawn(process.execPath, [script], {
    cwd: root,
    stdio: 'ignore',
    env: {
      ...process.env,
      NODE_OPTIONS: '',
      NODE_COMPILE_CACHE: path.join(root, 'node_modules/.cache/node-compile'),
      PORT: String(port),
      PORTICO_DATA_DIR: dataDirectory,
    },
  });
  await firstReady(port);
  const readyMs = performance.now() - spawned;
  const cpuMs = processorMs(child.pid ?? 0);
  await wait(memoryAfterMs);
  const memoryMb = residentMb(child.pid ?? 0);
  const ended = new Promise(resolve => child.on('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  fs.rmSync(dataDirectory, { recursive: true, force: true });
  return { readyMs, cpuMs, memoryMb };
}

/** Spawn of the portal process to the first 200 on /readyz, and its memory 10 s later, next to a bare Express process. */
export async function benchBackendStart(): Promise<void> {
  if (!fs.existsSync(path.join(root, bundle))) throw new Error(`Expected ${bundle}, found none: run npm run build first`);
  // Fills the cache of compiled code, which every start but the first on a machine finds filled.
  await sample(bundle);
  const portal: Sample[] = [];
  const express: Sample[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    portal.push(await sample(bundle));
    express.push(await sample('e2e/bench/start/bare-express.mjs'));
    process.stdout.write(`round ${round} of ${rounds}\n`);
  }
  const row = (name: string, samples: readonly Sample[]): (string | number)[] => [
    name,
    median(samples.map(one => one.readyMs)).toFixed(0),
    Math.max(...samples.map(one => one.readyMs)).toFixed(0),
    median(samples.map(one => one.cpuMs)).toFixed(0),
    median(samples.map(one => one.memoryMb)).toFixed(0),
  ];
  process.stdout.write(`\nMedians of ${rounds}, fresh data folder each, ${os.cpus().length} cores\n`);
  printTable([
    ['process', 'ready ms', 'worst ms', 'processor ms', 'RSS MB after 10 s'],
    row('portal', portal),
    row('bare Express', express),
  ]);
}
