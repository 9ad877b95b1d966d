/** Environment variables as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A variable that a configuration file names and nobody has set. */
export interface UnsetVariable {
  readonly name: string;
  readonly expected: boolean;
}

/** A text after substitution; undefined if a variable without fallback is not set. */
export interface SubstitutedText {
  readonly text: string | undefined;
  /** The variables that are not set; `expected` where no `:-` says that this may be. */
  readonly unset: readonly UnsetVariable[];
}

/**
 * Replaces `${VAR}` and `${VAR:-fallback}`; `$${VAR}` stays as `${VAR}`. As in a shell the fallback is also taken for
 * an empty variable. One variable that is not set makes the whole text undefined.
 */
export function substituteText(template: string, env: Environment): SubstitutedText {
  const unset: UnsetVariable[] = [];
  const text = template.replaceAll(/\$?\$\{([^{}]*)\}/g, (whole, inner: string) => {
    if (whole.startsWith('$$')) return whole.slice(1);
    const separator = inner.indexOf(':-');
    const name = (separator < 0 ? inner : inner.slice(0, separator)).trim();
    const fallback = separator < 0 ? undefined : inner.slice(separator + 2).trim() || undefined;
    const value = fallback === undefined ? env[name] : env[name] || fallback;
    if (value === undefined) unset.push({ name, expected: separator < 0 });
    return value ?? '';
  });
  return { text: unset.length > 0 ? undefined : text, unset };
}
