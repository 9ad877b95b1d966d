/** A condition under which a page is shown. */
export type Situation = 'usual' | 'loading' | 'failed' | 'signed-out';

export type Theme = 'light' | 'dark' | 'high-contrast';

/** One picture of a page. */
export interface Picture {
  readonly name: string;
  readonly address: string;
  readonly theme: Theme;
  /** Pixels. */
  readonly width: number;
  readonly situation: Situation;
  /** Name of the button that is pressed first: it opens something above the page. */
  readonly press?: string;
  /** True for the few that the README shows; the others go to `test-results/screenshots`. */
  readonly inReadme: boolean;
}

interface Subject {
  readonly name: string;
  readonly address: string;
  readonly situation?: Situation;
  readonly press?: string;
}

const entity = '/catalog/default/component/account-service';

const subjects: readonly Subject[] = [
  { name: 'home', address: '/' },
  { name: 'catalog', address: '/catalog' },
  { name: 'catalog-empty', address: '/catalog?text=nothing-has-this-name&list=all' },
  { name: 'catalog-loading', address: '/catalog', situation: 'loading' },
  { name: 'catalog-failed', address: '/catalog', situation: 'failed' },
  { name: 'entity', address: entity },
  { name: 'entity-relations', address: `${entity}/relations` },
  { name: 'entity-yaml', address: `${entity}/yaml` },
  { name: 'entity-loading', address: entity, situation: 'loading' },
  { name: 'entity-failed', address: entity, situation: 'failed' },
  { name: 'entity-missing', address: '/catalog/default/component/no-such-component' },
  { name: 'api', address: '/catalog/default/api/customer-accounts/definition' },
  { name: 'group', address: '/catalog/default/group/portico-maintainers' },
  { name: 'tech-radar', address: '/tech-radar' },
  { name: 'tech-radar-empty', address: '/tech-radar?filter=nothing-has-this-name' },
  { name: 'tech-radar-loading', address: '/tech-radar', situation: 'loading' },
  { name: 'tech-radar-failed', address: '/tech-radar', situation: 'failed' },
  { name: 'radar-entry', address: '/tech-radar/entries/typescript' },
  { name: 'search', address: '/catalog', press: 'Search' },
  { name: 'user-menu', address: '/catalog', press: 'User menu of Guest' },
  { name: 'settings', address: '/settings' },
  { name: 'sign-in', address: '/sign-in', situation: 'signed-out' },
  { name: 'not-found', address: '/no/such/page' },
];

const themes = ['light', 'dark', 'high-contrast'] as const;

const inReadme = new Set(['catalog-light-1280', 'entity-dark-1280', 'tech-radar-light-1280', 'catalog-dark-390']);

/** Name of a picture's file, without the ending. */
export const fileNameOf = ({ name, theme, width }: Pick<Picture, 'name' | 'theme' | 'width'>): string => `${name}-${theme}-${width}`;

/** Every page in each theme, wide and narrow, also while it loads and when it has failed. */
export function pictures(): readonly Picture[] {
  return subjects.flatMap(({ situation = 'usual', ...subject }) =>
    themes.flatMap(theme =>
      [1280, 390].map(width => ({ ...subject, situation, theme, width, inReadme: inReadme.has(fileNameOf({ name: subject.name, theme, width })) })),
    ),
  );
}
