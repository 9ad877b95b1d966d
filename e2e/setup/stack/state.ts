import fs from 'node:fs';
import path from 'node:path';

/** What a started stack leaves for the command that ends it. */
export interface StackState {
  readonly url: string;
  /** Of the process that keeps all others. */
  readonly keeper: number;
  readonly processes: Readonly<Record<string, number>>;
  readonly logs: string;
  /** Address of the front door's figures. */
  readonly operators: string;
}

const file = (directory: string): string => path.join(directory, 'state.json');

/** Reads the state of the stack that runs, if one does. */
export function readState(directory: string): StackState | undefined {
  if (!fs.existsSync(file(directory))) return undefined;
  const state = JSON.parse(fs.readFileSync(file(directory), 'utf8')) as StackState;
  return isKeeper(state.keeper) ? state : undefined;
}

/** Leaves the state for later commands. */
export function writeState(directory: string, state: StackState): void {
  fs.writeFileSync(file(directory), `${JSON.stringify(state, undefined, 2)}\n`);
}

/** Leaves nothing of a stack that has ended but its logs. */
export function removeAllButLogs(directory: string): void {
  for (const name of fs.readdirSync(directory)) {
    if (name !== 'logs') fs.rmSync(path.join(directory, name), { recursive: true, force: true });
  }
}

/** True if the process is there and is a keeper; its number may have been given to another since. */
export function isKeeper(pid: number): boolean {
  try {
    process.kill(pid, 0);
    const command = `/proc/${pid}/cmdline`;
    return process.platform !== 'linux' || fs.readFileSync(command, 'utf8').includes('stack/keeper/main.ts');
  } catch {
    return false;
  }
}
