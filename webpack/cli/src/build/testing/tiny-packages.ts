import type { Files } from './temporary-repository.ts';

const page = `
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { Page } from '@portico/ui/page';
import styles from './first.module.css';

export default function FirstPage() {
  const [count, setCount] = useState(0);
  const { name } = useParams();
  return <Page><button className={styles.button} onClick={() => setCount(count + 1)}>{name} {count}</button><Link to="/tiny">Back</Link></Page>;
}
`;

/** A remote with two pages and a stylesheet, and nothing wrong with it. */
export const tinyRemote: Files = {
  'package.json': JSON.stringify({
    name: '@portico/plugin-tiny',
    version: '1.2.3',
    type: 'module',
    description: 'A remote for tests',
    sideEffects: ['*.css'],
    portico: { role: 'frontend-plugin', pluginId: 'tiny', owner: 'group:default/tests' },
    dependencies: { '@portico/plugin-api': '0.1.0' },
  }),
  'config.schema.json': JSON.stringify({ type: 'object', properties: { tiny: { type: 'object' } } }),
  'webpack.config.ts': `import { createRemoteConfig } from '@portico/preset';\nexport default createRemoteConfig(import.meta.dirname);\n`,
  'src/plugin.tsx': `
import { createPageExtension, createPlugin } from '@portico/plugin-api';
import { firstPath } from './routes.ts';

export default createPlugin({
  id: 'tiny',
  title: 'Tiny',
  extensions: [
    createPageExtension({ path: firstPath, title: 'First', loader: () => import('./pages/first.tsx') }),
    createPageExtension({ id: 'page:second', path: '/tiny-second', title: 'Second', loader: () => import('./pages/second.tsx') }),
  ],
});
`,
  'src/routes.ts': `export const firstPath = '/tiny';\n`,
  'src/pages/first.tsx': page,
  'src/pages/first.module.css': `.button { color: rebeccapurple }\n`,
  'src/pages/second.tsx': `export default function SecondPage() { return <p>Second</p>; }\n`,
};

/** The same remote with three faults that three rules find. */
export const brokenRemote: Files = {
  ...tinyRemote,
  'package.json': tinyRemote['package.json']?.replace('plugin-tiny', 'plugin-broken') ?? '',
  'src/plugin.tsx': `import { format } from './format.ts';\n${tinyRemote['src/plugin.tsx']?.replace(`title: 'Tiny'`, `title: format('Tiny') + 'Tiny'`)}`,
  'src/format.ts': `export const format = (text: string) => text.slice(0, 0);\n`,
  'src/pages/second.tsx': `import { BrowserRouter } from 'react-router';\nexport default function SecondPage() { return <BrowserRouter>Second</BrowserRouter>; }\n`,
  'src/pages/first.module.css': `.button { color: red }\nbutton { color: blue }\n`,
};

/** The smallest shell: one page that loads one remote. */
export const tinyShell: Files = {
  'package.json': JSON.stringify({ name: '@portico/shell', version: '1.0.0', type: 'module', sideEffects: ['*.css'] }),
  'webpack.config.ts': `import { createShellConfig } from '@portico/preset';\nexport default createShellConfig(import.meta.dirname);\n`,
  'src/main.css': `body { margin: 0 }\n`,
  'src/main.tsx': `
import { lazy, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter, Link, Route, Routes } from 'react-router';
import { loadRemote, registerRemotes } from '@module-federation/enhanced/runtime';
import './main.css';

registerRemotes([{ name: 'tiny', entry: '/remotes/tiny/1.2.3/remoteEntry.js' }]);
const Page = lazy(async () => {
  const { default: plugin } = await loadRemote('tiny/plugin');
  return { default: (await plugin.load('page:tiny')).Component };
});
createRoot(document.body).render(
  <BrowserRouter>
    <Link to="/tiny">Tiny</Link>
    <Routes><Route path="/tiny" element={<Suspense><Page /></Suspense>} /></Routes>
  </BrowserRouter>,
);
`,
};
