import fs from 'node:fs';

/** A report that a test runner wrote; `undefined` where it wrote none. */
export function readReport<T>(file: string): T | undefined {
  return fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as T) : undefined;
}
