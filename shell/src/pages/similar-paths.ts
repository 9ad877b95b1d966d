/** A page that somebody may have meant. */
export interface KnownPage {
  readonly path: string;
  readonly title: string;
}

/** How many letters have to be added, taken away or changed to make one word of the other. */
function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [i, letter] of [...left].entries()) {
    const above = row;
    row = [i + 1];
    for (let j = 0; j < right.length; j += 1) {
      const changed = (above[j] ?? 0) + (letter === right[j] ? 0 : 1);
      row.push(Math.min(changed, (above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1));
    }
  }
  return row[right.length] ?? 0;
}

const firstPart = (path: string) => path.split('/')[1]?.toLowerCase() ?? '';

/** The pages whose path looks most like what was asked for, best first; none that differs by more than half. */
export function similarPaths(asked: string, pages: readonly KnownPage[]): readonly KnownPage[] {
  const wanted = firstPart(asked).slice(0, 64);
  return pages
    .map(page => {
      const own = firstPart(page.path);
      const near = own.includes(wanted) || wanted.includes(own) ? 0 : distance(wanted, own);
      return { page, near: own && wanted ? near / Math.max(own.length, wanted.length) : 1 };
    })
    .filter(({ near }) => near <= 0.5)
    .sort((left, right) => left.near - right.near)
    .slice(0, 3)
    .map(({ page }) => page);
}
