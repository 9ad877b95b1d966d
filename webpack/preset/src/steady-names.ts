// The order in which letters are frequent in what we ship: short names of frequent letters compress well.
const letters = 'etnrsioaclpudhmfgvbykwxjzqTERSCNAIOPLDMUFBHVGWYKXQZJ$_';
const all = `${letters}0123456789`;

/** The shortest names first: `e`, `t`, ... `ee`, `te`, ... */
function nameOf(ordinal: number): string {
  const first = letters.charAt(ordinal % letters.length);
  let rest = Math.floor(ordinal / letters.length);
  let name = first;
  while (rest > 0) {
    rest -= 1;
    name += all.charAt(rest % all.length);
    rest = Math.floor(rest / all.length);
  }
  return name;
}

/**
 * How the minifier names variables. Its own way counts letters in the text, and the text still holds provisional
 * hashes that come from absolute paths: the same sources would get other names in another folder.
 */
export const steadyNames = { get: nameOf };
