/** At-rules whose blocks hold rules again. The blocks of all others (keyframes, font-face) hold no selectors. */
const grouping = /^@(media|supports|layer|container|scope|starting-style)\b/i;

/** Takes out of a style sheet what may hold braces and commas without meaning them: comments and strings. */
function withoutText(css: string): string {
  return css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/"(?:\\[\s\S]|[^"\\])*"|'(?:\\[\s\S]|[^'\\])*'/g, '""');
}

/** The index of the brace that closes the block opened just before `start`; the length where none does. */
function endOfBlock(css: string, start: number): number {
  let depth = 1;
  for (let index = start; index < css.length; index += 1) {
    if (css[index] === '{') depth += 1;
    else if (css[index] === '}' && (depth -= 1) === 0) return index;
  }
  return css.length;
}

/** Splits at commas that are not in parentheses. */
function selectorsOf(prelude: string): string[] {
  const selectors = [''];
  let depth = 0;
  for (const character of prelude) {
    if (character === '(') depth += 1;
    if (character === ')') depth -= 1;
    if (character === ',' && depth === 0) selectors.push('');
    else selectors[selectors.length - 1] += character;
  }
  return selectors.map(selector => selector.trim()).filter(Boolean);
}

/** True when nothing in the selector is a name that only some elements have: a class, an id, an attribute. */
function isGlobal(selector: string): boolean {
  // What :not() names is exactly what the selector doesn't touch.
  const touched = selector.replace(/:not\((?:[^()]|\([^()]*\))*\)/gi, '');
  return !/[.#[&]/.test(touched);
}

/** The selectors of a style sheet that reach elements which the sheet has not named itself, in the order of the text. */
export function globalSelectorsOf(css: string): string[] {
  return globalSelectorsIn(withoutText(css));
}

function globalSelectorsIn(css: string): string[] {
  const found: string[] = [];
  let position = 0;
  for (let open = css.indexOf('{'); open >= 0; open = css.indexOf('{', position)) {
    // Statements without a block (@import, @layer a, b;) end at a semicolon.
    const prelude = css.slice(position, open).split(';').pop()?.trim() ?? '';
    const end = endOfBlock(css, open + 1);
    if (grouping.test(prelude)) found.push(...globalSelectorsIn(css.slice(open + 1, end)));
    else if (!prelude.startsWith('@')) found.push(...selectorsOf(prelude).filter(isGlobal));
    position = end + 1;
  }
  return found;
}
