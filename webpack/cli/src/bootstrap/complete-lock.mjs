// Adds entries for optional platform packages that a registry did not serve when the lock was written. Without them
// `npm ci` calls the lock out of step with its packages' own `optionalDependencies`. Run it after each change of
// dependencies: `npm run lock:complete`. Entries carry no integrity, so a platform that has the package still gets it.
import fs from 'node:fs';

const file = 'package-lock.json';
const lock = JSON.parse(fs.readFileSync(file, 'utf8'));
const cpus = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64', 'wasm32'];
const systems = ['darwin', 'linux', 'win32', 'freebsd', 'openbsd', 'netbsd', 'android', 'openharmony', 'sunos', 'aix'];
let added = 0;

for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const nested = `${path}/node_modules/${name}`;
    const hoisted = `node_modules/${name}`;
    if (lock.packages[nested] || lock.packages[hoisted] || !/^\d/.test(range)) continue;
    const words = name.split(/[-/]/);
    const cpu = words.filter(word => cpus.includes(word));
    const os = words.filter(word => systems.includes(word));
    lock.packages[hoisted] = {
      version: range,
      ...(cpu.length ? { cpu } : {}),
      ...(os.length ? { os } : {}),
      optional: true,
    };
    added += 1;
  }
}

lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([left], [right]) => (left < right ? -1 : 1)));
fs.writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
process.stdout.write(`${file}: ${added} platform entries added\n`);
