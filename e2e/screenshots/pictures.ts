/** One picture of a page. */
export interface Picture {
  readonly name: string;
  readonly address: string;
  readonly theme: 'light' | 'dark';
  /** Pixels. */
  readonly width: number;
  /** True for the few that the README shows; the others go to `test-results/screenshots`. */
  readonly inReadme: boolean;
}

const pages: readonly (readonly [name: string, address: string])[] = [
  ['start', '/'],
  ['catalog', '/catalog'],
  ['entity', '/catalog/default/component/account-service'],
  ['group', '/catalog/default/group/portico-maintainers'],
  ['catalog-empty', '/catalog?text=nothing-has-this-name'],
  ['tech-radar', '/tech-radar'],
  ['radar-entry', '/tech-radar/entries/typescript'],
  ['settings', '/settings'],
  ['not-found', '/no/such/page'],
];

const inReadme = new Set(['catalog-light-1280', 'entity-dark-1280', 'tech-radar-light-1280', 'catalog-dark-390']);

/** Every page in both themes, wide and narrow. */
export function pictures(): readonly Picture[] {
  return pages.flatMap(([name, address]) =>
    (['light', 'dark'] as const).flatMap(theme =>
      [1280, 390].map(width => ({ name, address, theme, width, inReadme: inReadme.has(`${name}-${theme}-${width}`) })),
    ),
  );
}
