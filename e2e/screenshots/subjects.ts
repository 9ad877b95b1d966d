/** A condition under which a page is shown. */
export type Situation = 'usual' | 'loading' | 'failed' | 'signed-out' | 'session-over';

/** Something to be looked at: a page, with what is open above it. */
export interface Subject {
  readonly name: string;
  readonly address: string;
  /** `usual` unless it says otherwise. */
  readonly situation?: Situation;
  /** Name of the button that is pressed first: it opens something above the page. */
  readonly press?: string | RegExp;
  /** Typed after that, where the focus is. */
  readonly type?: string;
}

const component = '/catalog/default/component/account-service';
const remote = '/registry/remotes/demo';

const families = [
  'page', 'button', 'link', 'badge', 'avatar', 'card', 'tabs', 'table', 'states', 'field', 'picker', 'dialog', 'drawer', 'menu',
  'tooltip', 'toast', 'code', 'markdown', 'charts', 'icons',
];

/** Every page, also empty, on its way and failed; the component gallery with all its families. */
export const subjects: readonly Subject[] = [
  { name: 'home', address: '/' },
  { name: 'home-loading', address: '/', situation: 'loading' },
  { name: 'home-failed', address: '/', situation: 'failed' },
  { name: 'home-arrange', address: '/', press: 'Customize' },
  { name: 'catalog', address: '/catalog' },
  { name: 'catalog-apis', address: '/catalog?kind=api&list=all' },
  { name: 'catalog-groups', address: '/catalog?kind=group&list=all' },
  { name: 'catalog-filter', address: '/catalog?list=all', press: /^(Filters|Owner All)/ },
  { name: 'catalog-columns', address: '/catalog?list=all', press: 'Columns' },
  { name: 'catalog-empty', address: '/catalog?text=nothing-has-this-name&list=all' },
  { name: 'catalog-loading', address: '/catalog', situation: 'loading' },
  { name: 'catalog-failed', address: '/catalog', situation: 'failed' },
  { name: 'entity', address: component },
  { name: 'entity-menu', address: component, press: /^More/ },
  { name: 'entity-relations', address: `${component}/relations` },
  { name: 'entity-yaml', address: `${component}/yaml` },
  { name: 'entity-loading', address: component, situation: 'loading' },
  { name: 'entity-failed', address: component, situation: 'failed' },
  { name: 'entity-missing', address: '/catalog/default/component/no-such-component' },
  { name: 'api', address: '/catalog/default/api/customer-accounts' },
  { name: 'api-definition', address: '/catalog/default/api/customer-accounts/definition' },
  { name: 'resource', address: '/catalog/default/resource/stock-database' },
  { name: 'system', address: '/catalog/default/system/checkout' },
  { name: 'domain', address: '/catalog/default/domain/commerce' },
  { name: 'group', address: '/catalog/default/group/portico-maintainers' },
  { name: 'user', address: '/catalog/default/user/guest' },
  { name: 'location', address: '/catalog/default/location/examples' },
  { name: 'tech-radar', address: '/tech-radar' },
  { name: 'tech-radar-list', address: '/tech-radar?view=list' },
  { name: 'tech-radar-plot', address: '/tech-radar?view=plot' },
  { name: 'tech-radar-empty', address: '/tech-radar?filter=nothing-has-this-name' },
  { name: 'tech-radar-loading', address: '/tech-radar', situation: 'loading' },
  { name: 'tech-radar-failed', address: '/tech-radar', situation: 'failed' },
  { name: 'radar-entry', address: '/tech-radar/entries/typescript' },
  { name: 'registry', address: '/registry' },
  { name: 'registry-register', address: '/registry', press: 'Register a plugin' },
  { name: 'registry-empty', address: '/registry?text=nothing-has-this-name' },
  { name: 'registry-loading', address: '/registry', situation: 'loading' },
  { name: 'registry-failed', address: '/registry', situation: 'failed' },
  { name: 'registry-audit', address: '/registry/audit' },
  { name: 'registry-impact', address: '/registry/impact?react=20.0.0' },
  { name: 'remote', address: remote },
  { name: 'remote-promote', address: remote, press: 'Change' },
  { name: 'remote-versions', address: `${remote}/versions` },
  { name: 'remote-publish', address: `${remote}/versions`, press: /^Publish/ },
  { name: 'remote-health', address: `${remote}/health` },
  { name: 'remote-history', address: `${remote}/history` },
  { name: 'remote-settings', address: `${remote}/settings` },
  { name: 'remote-loading', address: remote, situation: 'loading' },
  { name: 'remote-failed', address: remote, situation: 'failed' },
  { name: 'search', address: '/catalog', press: 'Search' },
  { name: 'search-found', address: '/catalog', press: 'Search', type: 'check' },
  { name: 'search-empty', address: '/catalog', press: 'Search', type: 'nothing-has-this-name' },
  { name: 'user-menu', address: '/catalog', press: 'User menu of Guest' },
  { name: 'settings', address: '/settings' },
  { name: 'sign-in', address: '/sign-in', situation: 'signed-out' },
  { name: 'session-over', address: '/catalog', situation: 'session-over' },
  { name: 'not-found', address: '/no/such/page' },
  { name: 'gallery', address: '/gallery' },
  ...families.map(family => ({ name: `gallery-${family}`, address: `/gallery/${family}` })),
  { name: 'gallery-dialog-open', address: '/gallery/dialog', press: 'Open a dialog' },
  { name: 'gallery-dialog-question', address: '/gallery/dialog', press: 'Ask before deleting' },
  { name: 'gallery-drawer-open', address: '/gallery/drawer', press: 'Open at the right' },
  { name: 'gallery-menu-open', address: '/gallery/menu', press: 'Actions' },
  { name: 'gallery-picker-open', address: '/gallery/picker', press: /^Owner/ },
];
