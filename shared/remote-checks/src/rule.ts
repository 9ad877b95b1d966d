import type { Offer, PluginDescription } from '@portico/contracts';

/** One fault or doubt about a remote, as `POST /api/registry/preflight` and the build report it. */
export interface Finding {
  /** Name of the rule that found it: `entry-stays-small`. */
  readonly rule: string;
  /** An `error` keeps the remote out, a `warning` is only told. */
  readonly severity: 'error' | 'warning';
  /** Where it is: a dotted path in `portico-plugin.json`, or the name of a file. */
  readonly path: string;
  /** What was expected and what came instead. */
  readonly message: string;
  readonly fix: string;
}

/** One file of a remote's build as it lies on disk or came over the wire. */
export interface BuiltFile {
  /** Path relative to the build folder, with `/` between its parts. */
  readonly path: string;
  readonly bytes: number;
  /** Size after gzip, in bytes. Known only where somebody compressed it. */
  readonly gzipBytes?: number;
  /** Digest of the bytes: `sha384-<base64>`. */
  readonly integrity?: string;
  /** The first bytes of a script, one character for each. */
  readonly head?: string;
  /** The content, for files that rules read: styles. */
  readonly text?: string;
  /** Of a script: what it replaces of what all plugins share; see `overwrittenGlobalsOf`. */
  readonly overwrites?: readonly string[];
}

/** A route that a remote of the portal has. */
export interface HeldRoute {
  readonly path: string;
  readonly remote: string;
  /** `canonicalRoute(path)`, where somebody who asks often has worked it out before. */
  readonly canonical?: string;
}

/** What the other remotes of the portal hold already. */
export interface PortalContext {
  /** Their routes with the id of the remote that has them. */
  readonly routes?: readonly HeldRoute[];
  /** Their ids. */
  readonly ids?: readonly string[];
  /** The API refs that they provide. */
  readonly provides?: readonly { readonly api: string; readonly remote: string }[];
  /** The points at which they show extensions of others. */
  readonly extensionPoints?: readonly { readonly point: string; readonly remote: string }[];
}

/** All that is known of a remote. Rules whose input is missing don't apply and find nothing. */
export interface CheckInput {
  /** The content of `portico-plugin.json`, not validated. */
  readonly manifest?: unknown;
  /** What the shell offers: `GET /api/registry/offer`. */
  readonly offer?: Offer;
  readonly files?: readonly BuiltFile[];
  readonly context?: PortalContext;
  /** What was read in the source of the plugin: the requests of its static imports that are not types only. */
  readonly source?: { readonly imports: readonly string[] };
  /** What the browser build of the plugin describes of itself, to be compared with the manifest. */
  readonly built?: PluginDescription;
}

/** One check. `name` is a sentence in kebab case, the same as that of its file. */
export interface Rule {
  readonly name: string;
  check(input: CheckInput): readonly Finding[];
}

/** What a rule reports; its name is added, and the severity is `error` unless it is given. */
export type Fault = Omit<Finding, 'rule' | 'severity'> & { readonly severity?: Finding['severity'] };

/** Makes a rule from a function that reports each fault that it sees. */
export function defineRule(name: string, look: (input: CheckInput, report: (fault: Fault) => void) => void): Rule {
  return {
    name,
    check(input) {
      const findings: Finding[] = [];
      look(input, fault => findings.push({ rule: name, severity: 'error', ...fault }));
      return findings;
    },
  };
}
