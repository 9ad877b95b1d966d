/** What assembling the folder of an image takes. */
export interface AssembleRequest {
  /** The repository's folder. */
  readonly root: string;
  /** An empty folder. */
  readonly out: string;
  /** Layers of the configuration, for what is written from it; the usual ones when empty. */
  readonly configFiles: readonly string[];
  /** Runs Node with these arguments in the root. @throws BUILD_STEP_FAILED */
  run(args: readonly string[]): Promise<void>;
}

/** An image that this repository makes. A service of its own gets one by an entry in `images`. */
export interface Image {
  readonly name: string;
  /** Below the root; it only copies the assembled folder. */
  readonly dockerfile: string;
  assemble(request: AssembleRequest): Promise<void>;
}
