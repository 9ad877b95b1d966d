import { createHash } from 'node:crypto';

/** A remote as a registry of some size has them: one page, entries for tabs and cards, files with hashed names. */
export interface RealisticRemote {
  readonly id: string;
  readonly version: string;
  readonly title: string;
}

const subjects = ['Orders', 'Search', 'Billing', 'Parcels', 'Photos', 'Letters', 'Routes', 'Stock', 'Payments', 'Contracts', 'Claims', 'Devices'];
const matters = ['Health', 'Costs', 'Releases', 'Alerts', 'Runbooks', 'Scorecard', 'Traces', 'Queues', 'Secrets', 'Quality'];
const icons = ['radar', 'catalog', 'plug', 'component', 'home'];
const groups = ['Operations', 'Delivery', 'Quality', 'Data'];

/** The remote with a number; the same one for the same number. */
export function realisticRemote(index: number, version: string): RealisticRemote {
  const subject = subjects[index % subjects.length] as string;
  const matter = matters[Math.floor(index / subjects.length) % matters.length] as string;
  const row = Math.floor(index / (subjects.length * matters.length));
  const place = row ? ` ${row + 1}` : '';
  const id = `${subject}-${matter}${row ? `-${row + 1}` : ''}`.toLowerCase();
  return { id, version, title: `${subject} ${matter}${place}` };
}

const integrityOf = (body: string): string => `sha384-${createHash('sha384').update(body).digest('base64')}`;
const hashOf = (text: string, length: number): string => createHash('sha256').update(text).digest('hex').slice(0, length);

/** A classic federation container, written by hand, whose page says the version. */
function entryOf({ title, version }: RealisticRemote, global: string): string {
  return `(() => {
  let scope;
  globalThis[${JSON.stringify(global)}] = {
    init(shared) { scope = shared; },
    async get() {
      const React = (await Object.values(scope.react)[0].get())();
      return () => ({ default: () => React.createElement('h1', null, ${JSON.stringify(`${title} ${version}`)}) });
    },
  };
})();
`;
}

/** What a third of the remotes adds to the page of an entity. */
function extensionsOf(index: number, title: string): object[] {
  if (index % 3 === 0) return [];
  const tab = { id: 'tab:entity', point: 'catalog.entity-tab/v1', if: { kind: 'Component' }, config: { title, path: '/overview', order: 40 } };
  const card = { id: 'card:summary', point: 'catalog.entity-card/v1', if: { kind: 'Component' }, config: { title, size: 'small', order: 60 } };
  return index % 3 === 1 ? [card] : [tab, card];
}

/**
 * The files of a remote, `portico-plugin.json` among them.
 *
 * @param marked - whether its entry in the navigation says the version
 */
export function filesOf(remote: RealisticRemote, index: number, marked = false): ReadonlyMap<string, string> {
  const { id, version, title } = remote;
  const hash = hashOf(`${id} ${version}`, 8);
  const global = `${id.replaceAll('-', '_')}__${hash}`;
  const chunk = (name: string, type: string): [string, string] => {
    const text = `/* ${name} of ${id} ${version} */\n`;
    return [`${name}.${hashOf(text, 12)}.${type}`, text];
  };
  const chunks = [chunk('__federation_expose_plugin', 'js'), chunk('styles', 'css'), chunk(String(100 + (index % 900)), 'js')];
  const files = new Map([['remoteEntry.js', entryOf(remote, global)], ...chunks]);
  const route = { path: `/${id}`, extension: `page:${id}`, title, icon: icons[index % icons.length], refs: { root: '' } };
  const manifest = {
    schema: 1,
    id,
    version,
    title,
    portal: '*',
    federation: { entry: 'remoteEntry.js', type: 'script', global, module: './plugin', shared: [], preload: chunks.map(([name]) => name) },
    routes: [route],
    navigation: [{ title: marked ? `${title} ${version}` : title, path: route.path, icon: route.icon, group: groups[index % groups.length], order: 100 + (index % 50) }],
    extensions: extensionsOf(index, title),
    assets: [...files].map(([path, body]) => ({ path, bytes: Buffer.byteLength(body), integrity: integrityOf(body) })),
  };
  return files.set('portico-plugin.json', JSON.stringify(manifest));
}
