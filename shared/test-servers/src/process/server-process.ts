/** The thing that runs: processes of this machine, or a container. */
export interface ServerProcess {
  pid(): number;
  /** Starts it on the data that are there. */
  start(): Promise<void>;
  /** What it wrote and how it ended, if it did, for a fault's message. */
  ended(): string | undefined;
  kill(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends it in good order and removes its data. */
  remove(): Promise<void>;
}
