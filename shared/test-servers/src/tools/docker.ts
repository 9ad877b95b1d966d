import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** True where a Docker engine answers; servers whose binaries are missing then run in containers. */
export async function dockerAnswers(): Promise<boolean> {
  return promisify(execFile)('docker', ['version', '--format', '{{.Server.Version}}'], { timeout: 10_000 }).then(
    () => true,
    () => false,
  );
}
