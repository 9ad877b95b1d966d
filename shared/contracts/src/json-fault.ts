/** Levels of objects and lists in one another: more than anything here has, and few enough to walk through them by recursion. */
const deepest = 100;
const [quote, backslash] = [0x22, 0x5c];

function endOfString(text: string, start: number): number {
  let at = start + 1;
  while (at < text.length && text.charCodeAt(at) !== quote) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}

/** `"\u0061"` is the key `"a"`. */
function keyOf(literal: string): string {
  if (!literal.includes('\\')) return literal;
  try {
    return JSON.stringify(JSON.parse(literal));
  } catch {
    return literal;
  }
}

/** Goes through the text once, from left to right; what is no JSON at all is left to whoever parses it. */
function faultOfStructure(text: string): string | undefined {
  const open: (Set<string> | undefined)[] = [];
  let literal = '';
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') {
      const end = endOfString(text, at);
      literal = text.slice(at, end + 1);
      at = end;
    } else if (sign === '{' || sign === '[') {
      open.push(sign === '{' ? new Set() : undefined);
      if (open.length > deepest) return `more than ${deepest} levels of objects and lists`;
    } else if (sign === '}' || sign === ']') open.pop();
    else if (sign === ':') {
      const key = keyOf(literal);
      if (open.at(-1)?.has(key)) return `the key ${key.slice(0, 80)} twice in one object`;
      open.at(-1)?.add(key);
    }
  }
  return undefined;
}

/**
 * Says what keeps bytes from being JSON that every reader takes for the same: another encoding than UTF-8, a byte order mark, a
 * key twice in one object (some readers take the first, some the last), or more levels than a reader can be trusted with.
 * Undefined where nothing does; whether they are JSON at all is for `JSON.parse` to say.
 */
export function jsonFault(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'a byte order mark at its beginning';
  try {
    return faultOfStructure(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return 'bytes that are not UTF-8';
  }
}
