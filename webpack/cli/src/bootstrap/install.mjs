// Runs before every npm script, on whatever Node the machine has: installs the packages when the lock changed and makes sure
// that the script itself will run on Node 24. Plain JavaScript without dependencies, because nothing may be installed yet.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const wantedMajor = 24;
const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../..');
const modules = path.join(root, 'node_modules');
const stamp = path.join(modules, '.portico-install-stamp');
const localNode = path.join(modules, '.bin', 'node');

function stop(message) {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

function majorOf(version) {
  return Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);
}

function fingerprint() {
  const lock = fs.readFileSync(path.join(root, 'package-lock.json'));
  return createHash('sha256').update(lock).update(`${process.platform} ${process.arch}`).digest('hex');
}

function installed() {
  try {
    return fs.readFileSync(stamp, 'utf8');
  } catch {
    return '';
  }
}

/** npm's own variables of the calling script would make the nested npm believe that it runs that script. */
function cleanEnvironment() {
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(lifecycle|package|command)/.test(name)),
  );
}

function install() {
  const started = Date.now();
  process.stdout.write('Installing packages (once per lock file)\n');
  const npm = process.env.npm_execpath;
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []];
  const result = spawnSync(command, [...first, 'ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: cleanEnvironment(),
  });
  if (result.status !== 0) stop('Installing packages failed: see the lines above, mend what they name and run the command again.');
  process.stdout.write(`Installed packages in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
}

/** The platform package puts a `node` first on the path of npm scripts; elsewhere the system's Node has to do. */
function checkNode() {
  const local = fs.existsSync(localNode) ? spawnSync(localNode, ['--version'], { encoding: 'utf8' }).stdout : undefined;
  const version = local?.trim() || process.version;
  if (majorOf(version) >= wantedMajor) return;
  stop(
    `Portico needs Node ${wantedMajor} or newer: this machine has ${process.version} and there is no Node package for ` +
      `${process.platform} ${process.arch}. Install Node ${wantedMajor} (https://nodejs.org) and run the command again.`,
  );
}

const platformHasPackage = process.platform === 'linux' && ['x64', 'arm64'].includes(process.arch);
if (!platformHasPackage) checkNode();

const wanted = fingerprint();
if (installed() !== wanted) {
  install();
  checkNode();
  fs.writeFileSync(stamp, wanted);
}
