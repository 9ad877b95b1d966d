// Far above the 100 levels that a document may have: brackets inside of strings are counted too.
const mostOpened = 2000;

/**
 * The line on which a text that is nested absurdly deep gets too deep, found without parsing: parsing such a text is what
 * takes the time. Counts open brackets on the way and, per line, what indentation and list dashes open.
 */
export function lineOfDeepNesting(text: string): number | undefined {
  let brackets = 0;
  let line = 1;
  let dashes = 0;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === 0x0a) {
      line += 1;
      dashes = 0;
    } else if (code === 0x5b || code === 0x7b) brackets += 1;
    else if (code === 0x5d || code === 0x7d) brackets = Math.max(0, brackets - 1);
    else if (code === 0x2d && text.charCodeAt(index + 1) === 0x20) dashes += 1;
    if (brackets > mostOpened || dashes > mostOpened) return line;
  }
  return undefined;
}
