/** One fault of a compilation. */
export interface CompileFault {
  /** The rule that found it, or `webpack`. */
  readonly rule: string;
  readonly path: string;
  readonly message: string;
  readonly fix: string;
}

/** What the compiling process tells when it is done. */
export interface CompileResult {
  readonly faults: readonly CompileFault[];
  readonly warnings: readonly CompileFault[];
}
