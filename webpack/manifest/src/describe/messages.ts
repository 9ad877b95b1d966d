/** What the child process is asked: to describe the source, or the browser build. */
export type DescribeRequest =
  | {
      readonly kind: 'source';
      /** Absolute path of `src/plugin.tsx`. */
      readonly file: string;
      /** Imports of the plugin's own files that are replaced by empty stand-ins: request -> names. */
      readonly refused: Readonly<Record<string, readonly string[]>>;
    }
  | {
      readonly kind: 'build';
      /** The remote's folder, from which shared modules are resolved. */
      readonly directory: string;
      readonly entry: string;
      readonly global: string;
      /** The text of each script of the build: path -> text. */
      readonly scripts: Readonly<Record<string, string>>;
      /** The shared modules that the build asks for: request -> range. */
      readonly shared: Readonly<Record<string, string>>;
    };

/** What the child process answers: the description as JSON, or why there is none. */
export type DescribeAnswer = { readonly description: unknown } | { readonly fault: string };
