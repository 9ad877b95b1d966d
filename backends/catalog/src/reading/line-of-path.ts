import { isAlias, isMap, isScalar, isSeq } from 'yaml';
import type { Document, LineCounter, ParsedNode } from 'yaml';

/** The line, from 1, of the value at a dotted path, or of the nearest part above it that is there. Keys may hold dots. */
export function lineOfPath({
  document,
  path,
  lines,
}: {
  document: Document.Parsed<ParsedNode>;
  path: string;
  lines: LineCounter;
}): number | undefined {
  let node: unknown = document.contents;
  let offset = document.contents?.range[0];
  let rest = path;
  while (rest !== '') {
    if (isAlias(node)) node = node.resolve(document);
    if (isSeq(node)) {
      const [index, after] = splitAt(rest, rest.indexOf('.'));
      node = node.items[Number(index)];
      rest = after;
    } else if (isMap(node)) {
      const wanted = rest;
      const pair = node.items.find(
        ({ key }) => isScalar(key) && (wanted === key.value || wanted.startsWith(`${String(key.value)}.`)),
      );
      if (!pair || !isScalar(pair.key)) break;
      offset = pair.key.range?.[0] ?? offset;
      rest = splitAt(rest, String(pair.key.value).length)[1];
      node = pair.value;
    } else break;
  }
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

function splitAt(path: string, position: number): [string, string] {
  return position < 0 || position >= path.length ? [path, ''] : [path.slice(0, position), path.slice(position + 1)];
}
