import { readFile } from 'node:fs/promises';

const everyMs = 1_000;

/** Bytes that a process holds in memory, from the kernel; `undefined` where the system does not tell, or the process is gone. */
async function residentBytes(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '');
  const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) * 1_024;
}

/** Looks once a second whether a process holds more than it may. Returns the function that ends the watch. */
export function watchMemory(pid: number, limit: number, onExceeded: (bytes: number) => void): () => void {
  const timer = setInterval(() => {
    void residentBytes(pid).then(bytes => {
      if (bytes !== undefined && bytes > limit) onExceeded(bytes);
    });
  }, everyMs).unref();
  return () => clearInterval(timer);
}
