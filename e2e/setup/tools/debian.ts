import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

const servicePolicy = '/usr/sbin/policy-rc.d';

/** True where this process may install Debian's packages. */
export function mayInstall(): boolean {
  return process.getuid?.() === 0 && fs.existsSync('/usr/bin/apt-get');
}

function apt(...args: string[]): void {
  spawnSync('apt-get', args, { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } });
}

/** Runs `install` while Debian starts no service of a package that it unpacks: the tests start their own, elsewhere. */
function withoutServices(install: () => void): void {
  const made = !fs.existsSync(servicePolicy);
  if (made) fs.writeFileSync(servicePolicy, '#!/bin/sh\nexit 101\n', { mode: 0o755 });
  try {
    install();
  } finally {
    if (made) fs.rmSync(servicePolicy);
  }
}

/** Installs packages of Debian, all at once. Says nothing of success: look for what should be there now. */
export function installPackages(packages: readonly string[]): void {
  apt('update', '-qq');
  withoutServices(() => apt('install', '-y', '-qq', ...packages));
}
