import { isScalar, LineCounter, parseAllDocuments, visit } from 'yaml';
import type { Document, ParsedNode, Scalar } from 'yaml';
import { lineOfDeepNesting } from './deep-nesting.ts';
import { lineOfPath } from './line-of-path.ts';
import { findUnsafeValue } from './unsafe-value.ts';

const mostAliases = 100;
const mostDocuments = 5000;

/** One document of a file: its value, or why it could not be read. `line` counts from 1. */
export type YamlDocument =
  | { readonly ok: true; readonly index: number; readonly line: number; readonly value: unknown; lineOf(path: string): number }
  | { readonly ok: false; readonly index: number; readonly line: number; readonly message: string };

type Parsed = Document.Parsed<ParsedNode>;

/**
 * Reads all documents of a YAML text (JSON included). Empty documents are left out but counted in `index`. Nothing but
 * JSON values comes out: unknown tags, duplicate keys, too many aliases and too deep nesting are refused per document.
 */
export function readYamlDocuments(text: string): YamlDocument[] {
  const tooDeep = lineOfDeepNesting(text);
  if (tooDeep !== undefined) {
    return [{ ok: false, index: 0, line: tooDeep, message: 'Expected at most 100 levels of nesting, found more' }];
  }
  const lines = new LineCounter();
  let parsed: readonly Parsed[];
  try {
    const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: false, logLevel: 'error', prettyErrors: false });
    parsed = Array.isArray(documents) ? documents : [];
  } catch (error) {
    return [{ ok: false, index: 0, line: 1, message: messageFor(error) }];
  }
  if (parsed.length > mostDocuments) {
    return [{ ok: false, index: 0, line: 1, message: `Expected at most ${mostDocuments} documents, found ${parsed.length}` }];
  }
  return parsed.flatMap((document, index) => readDocument({ document, index, lines }));
}

function readDocument({ document, index, lines }: { document: Parsed; index: number; lines: LineCounter }): YamlDocument[] {
  const line = lines.linePos(document.contents?.range[0] ?? document.range[0]).line;
  const fault = document.errors[0] ?? document.warnings[0];
  if (fault) {
    return [{ ok: false, index, line: lines.linePos(fault.pos[0]).line, message: messageFor(fault) }];
  }
  const repeated = findRepeatedKey(document);
  if (repeated) {
    const message = `Expected each key once in an object, found "${String(repeated.value)}" twice`;
    return [{ ok: false, index, line: lines.linePos(repeated.range?.[0] ?? 0).line, message }];
  }
  let value: unknown;
  try {
    value = document.toJS({ maxAliasCount: mostAliases });
  } catch (error) {
    return [{ ok: false, index, line, message: messageFor(error) }];
  }
  if (value === null || value === undefined) return [];
  const unsafe = findUnsafeValue(value);
  if (unsafe) return [{ ok: false, index, line, message: unsafe }];
  return [{ ok: true, index, line, value, lineOf: path => lineOfPath({ document, path, lines }) ?? line }];
}

/** The parser's own check compares each key with all others of its object, which takes minutes for a large one. */
function findRepeatedKey(document: Parsed): Scalar | undefined {
  let repeated: Scalar | undefined;
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          repeated = key;
          return visit.BREAK;
        }
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return repeated;
}

function messageFor(error: unknown): string {
  if (error instanceof Error && /call stack/.test(error.message))
    return 'Expected less nesting, found more levels than can be read';
  if (error instanceof Error && /excessive alias/i.test(error.message))
    return `Expected at most ${mostAliases} uses of aliases, found more`;
  return error instanceof Error ? error.message : String(error);
}
