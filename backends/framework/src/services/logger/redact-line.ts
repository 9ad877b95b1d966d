const tokens = /(\bBearer\s+)[\w.~+/-]+=*|\beyJ[\w-]{4,}\.[\w-]+\.[\w-]*/gi;
// Shorter values, such as a password "a", would blot out half of each line and tell what they are.
const shortestSecret = 4;

function escapeForPattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** Makes the function that blots tokens and the given secret values out of a finished log line. */
export function createLineRedaction(secrets: readonly string[]): (line: string) => string {
  // In a line of JSON a secret stands in its escaped form.
  const forms = secrets
    .filter(secret => secret.length >= shortestSecret)
    // Addresses hold it in yet another form.
    .flatMap(secret => [JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret)]);
  const longestFirst = [...new Set(forms)].sort((a, b) => b.length - a.length);
  const values = longestFirst.length > 0 ? new RegExp(longestFirst.map(escapeForPattern).join('|'), 'g') : undefined;
  return line => {
    const withoutTokens = line.replace(tokens, (_whole, scheme: string | undefined) => `${scheme ?? ''}***`);
    return values ? withoutTokens.replace(values, '***') : withoutTokens;
  };
}
