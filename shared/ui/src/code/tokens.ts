import { graphqlSyntax, keywordLines, protobufSyntax } from './keyword-tokens.ts';

/** What a piece of text is, for its colour. */
export type TokenKind = 'key' | 'string' | 'number' | 'literal' | 'comment' | 'plain';

/** A piece of code with the part that it plays. */
export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
}

/** The languages that code is coloured in; `text` stays plain. */
export type CodeLanguage = 'yaml' | 'json' | 'graphql' | 'protobuf' | 'text';

/**
 * The lines of a text, cut into coloured pieces. The pieces of a line put together are the line again, whatever it holds: a text
 * that is not valid in its language loses colour, never characters.
 */
export function tokenize(text: string, language: CodeLanguage): readonly (readonly Token[])[] {
  const lines = text.split(/\r?\n/);
  // A file ends with a line break; that is not one more line.
  if (lines.length > 1 && lines.at(-1) === '') lines.pop();
  if (language === 'json') return lines.map(jsonLine);
  if (language === 'yaml') return yamlLines(lines);
  if (language === 'graphql') return keywordLines(lines, graphqlSyntax);
  if (language === 'protobuf') return keywordLines(lines, protobufSyntax);
  return lines.map(line => [{ kind: 'plain', text: line }]);
}

const jsonPiece = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)|\b(true|false|null)\b/g;

function jsonLine(line: string): Token[] {
  return pieces(line, jsonPiece, ([text, string, colon, number, literal]) => {
    if (string !== undefined && colon !== undefined) return [{ kind: 'key', text: string }, { kind: 'plain', text: colon }];
    if (string !== undefined) return [{ kind: 'string', text: string }];
    return [{ kind: number !== undefined ? 'number' : literal !== undefined ? 'literal' : 'plain', text }];
  });
}

function yamlLines(lines: readonly string[]): Token[][] {
  // The indentation of the line that opened a block of text (`|` or `>`), while in it.
  let block: number | undefined;
  return lines.map(line => {
    const indentation = line.length - line.trimStart().length;
    if (block !== undefined && (line.trim() === '' || indentation > block)) return [{ kind: 'string', text: line }];
    block = /(?:^|[:-]\s+)[|>][+\-\d]*\s*(?:#.*)?$/.test(line) ? indentation : undefined;
    return yamlLine(line);
  });
}

const yamlKey = /^(\s*(?:-\s+)*)("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#'"&*!|>{}[\]%@`-][^#]*?|-[^\s#][^#]*?)(\s*:)(?=\s|$)/;

function yamlLine(line: string): Token[] {
  if (/^(---|\.\.\.)\s*$/.test(line)) return [{ kind: 'comment', text: line }];
  const key = yamlKey.exec(line);
  if (!key) {
    const dashes = /^\s*(?:-\s+)*/.exec(line)?.[0] ?? '';
    return [...(dashes === '' ? [] : [{ kind: 'plain', text: dashes } as const]), ...yamlValue(line.slice(dashes.length))];
  }
  const [whole, lead = '', name = '', colon = ''] = key;
  return [
    ...(lead === '' ? [] : [{ kind: 'plain', text: lead } as const]),
    { kind: 'key', text: name },
    { kind: 'plain', text: colon },
    ...yamlValue(line.slice(whole.length)),
  ];
}

const comment = /(?:^|\s)#.*$/.source;
const quoted = /"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'/.source;
const word = /[^\s,[\]{}"'#](?:[^\s,[\]{}]|[ \t](?=[^\s#]|[ \t]))*/.source;
const yamlPiece = new RegExp(`(${comment})|(${quoted})|(${word})`, 'g');

function yamlValue(value: string): Token[] {
  return pieces(value, yamlPiece, ([text, note, string]) => {
    if (note !== undefined) return [{ kind: 'comment', text }];
    if (string !== undefined) return [{ kind: 'string', text }];
    const bare = text.trim();
    if (/^[-+]?(\d[\d_]*)(\.\d+)?([eE][-+]?\d+)?$/.test(bare)) return [{ kind: 'number', text }];
    if (/^(true|false|null|~|yes|no|on|off|[&*!].*)$/i.test(bare)) return [{ kind: 'literal', text }];
    return [{ kind: /^[-?|>:]/.test(bare) ? 'plain' : 'string', text }];
  });
}

function pieces(line: string, pattern: RegExp, kindOf: (match: RegExpMatchArray) => Token[]): Token[] {
  const tokens: Token[] = [];
  let next = 0;
  for (const match of line.matchAll(pattern)) {
    if (match.index > next) tokens.push({ kind: 'plain', text: line.slice(next, match.index) });
    tokens.push(...kindOf(match));
    next = match.index + match[0].length;
  }
  if (next < line.length) tokens.push({ kind: 'plain', text: line.slice(next) });
  return tokens;
}
