import type { Token, TokenKind } from './tokens.ts';

/** How a language with keywords is written. */
export interface KeywordSyntax {
  readonly keywords: ReadonlySet<string>;
  /** Opens a comment to the end of the line. */
  readonly lineComment: string;
  /** What opens and closes a text or comment of several lines. */
  readonly blocks: readonly { readonly open: string; readonly close: string; readonly kind: TokenKind }[];
}

/** GraphQL's schema language. */
export const graphqlSyntax: KeywordSyntax = {
  keywords: new Set(
    'type input enum interface union scalar schema extend implements directive on query mutation subscription fragment true false null'.split(' '),
  ),
  lineComment: '#',
  blocks: [{ open: '"""', close: '"""', kind: 'string' }],
};

/** Protocol Buffers. */
export const protobufSyntax: KeywordSyntax = {
  keywords: new Set(
    'syntax edition package import public weak option message enum service rpc returns stream oneof map repeated optional required reserved extensions extend to max true false'.split(
      ' ',
    ),
  ),
  lineComment: '//',
  blocks: [{ open: '/*', close: '*/', kind: 'comment' }],
};

const piece = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[A-Za-z_]\w*|-?\b\d+(?:\.\d+)?\b/g;

/** The lines cut into pieces: keywords, names before a colon or an equals sign, texts, numbers and comments. */
export function keywordLines(lines: readonly string[], syntax: KeywordSyntax): Token[][] {
  // The block that a line began and a later one ends.
  let block: KeywordSyntax['blocks'][number] | undefined;
  return lines.map(line => {
    const tokens: Token[] = [];
    let rest = line;
    while (rest !== '') {
      if (block) {
        const end = rest.indexOf(block.close);
        const length = end < 0 ? rest.length : end + block.close.length;
        tokens.push({ kind: block.kind, text: rest.slice(0, length) });
        rest = rest.slice(length);
        if (end < 0) break;
        block = undefined;
        continue;
      }
      const start = nextStart(rest, syntax);
      tokens.push(...words(rest.slice(0, start.at), syntax));
      rest = rest.slice(start.at);
      if (start.comment) {
        tokens.push({ kind: 'comment', text: rest });
        break;
      }
      if (!start.block) break;
      block = start.block;
      tokens.push({ kind: block.kind, text: block.open });
      rest = rest.slice(block.open.length);
    }
    return tokens;
  });
}

interface Start {
  readonly at: number;
  readonly comment?: boolean;
  readonly block?: KeywordSyntax['blocks'][number];
}

/** Where the next comment or block begins outside of a quoted text; the length of the line where none does. */
function nextStart(text: string, { lineComment, blocks }: KeywordSyntax): Start {
  for (let at = 0; at < text.length; at += 1) {
    const block = blocks.find(one => text.startsWith(one.open, at));
    if (block) return { at, block };
    if (text.startsWith(lineComment, at)) return { at, comment: true };
    const quote = text[at];
    if (quote !== '"' && quote !== "'") continue;
    const end = text.indexOf(quote, at + 1);
    if (end > 0) at = end;
  }
  return { at: text.length };
}

function words(text: string, { keywords }: KeywordSyntax): Token[] {
  const tokens: Token[] = [];
  let next = 0;
  for (const match of text.matchAll(piece)) {
    const [word] = match;
    if (match.index > next) tokens.push({ kind: 'plain', text: text.slice(next, match.index) });
    next = match.index + word.length;
    tokens.push({ kind: kindOf(word, text.slice(next), keywords), text: word });
  }
  if (next < text.length) tokens.push({ kind: 'plain', text: text.slice(next) });
  return tokens;
}

function kindOf(word: string, after: string, keywords: ReadonlySet<string>): TokenKind {
  if (/^["']/.test(word)) return 'string';
  if (/^-?\d/.test(word)) return 'number';
  if (/^\s*[:(=]/.test(after) && !keywords.has(word)) return 'key';
  return keywords.has(word) ? 'literal' : 'plain';
}
