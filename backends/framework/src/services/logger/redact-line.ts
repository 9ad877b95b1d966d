const tokens = /(\bBearer\s+)[\w.~+/-]+=*|\beyJ[\w-]{4,}\.[\w-]+\.[\w-]*/gi;
// Shorter values, such as a password "a", would blot out half of each line and tell what they are.
const shortestSecret = 4;

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Blots tokens and secret values out of finished lines. */
export interface LineRedaction {
  readonly redact: (line: string) => string;
  /** Blots out these too from now on; those of before stay what they are. */
  add(secrets: readonly string[]): void;
}

function patternOf(forms: ReadonlySet<string>): RegExp | undefined {
  const longestFirst = [...forms].sort((a, b) => b.length - a.length);
  return longestFirst.length > 0 ? new RegExp(longestFirst.map(escapeForPattern).join('|'), 'g') : undefined;
}

/** Knows tokens by their form, and the given values in every form that a line of JSON may hold them in. */
export function createLineRedaction(secrets: readonly string[]): LineRedaction {
  const forms = new Set<string>();
  let values: RegExp | undefined;

  function add(more: readonly string[]): void {
    for (const secret of more.filter(({ length }) => length >= shortestSecret)) {
      // In a line of JSON a secret stands in its escaped form; addresses hold it in yet another one.
      forms.add(JSON.stringify(secret).slice(1, -1)).add(encodeURIComponent(secret));
    }
    values = patternOf(forms);
  }

  add(secrets);
  return {
    add,
    redact(line) {
      const withoutTokens = line.replace(tokens, (_whole, scheme: string | undefined) => `${scheme ?? ''}***`);
      return values ? withoutTokens.replace(values, '***') : withoutTokens;
    },
  };
}
