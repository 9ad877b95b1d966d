import { execFile } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

const root = path.resolve(import.meta.dirname, '../..');

/** The folder of the image `portico-frontend`, assembled as `npm run build-image` does it from the built shell. */
export async function assembleFrontend(): Promise<{ readonly directory: string; remove(): void }> {
  const out = fs.mkdtempSync(path.join(os.tmpdir(), 'portico-frontend-'));
  const args = ['webpack/cli/src/main.ts', 'build-image', 'portico-frontend', '--skip-build', '--out', out];
  await promisify(execFile)(process.execPath, ['--conditions=@portico/source', ...args], { cwd: root, env: { PATH: process.env['PATH'] } });
  return { directory: path.join(out, 'portico-frontend'), remove: () => fs.rmSync(out, { recursive: true, force: true }) };
}
