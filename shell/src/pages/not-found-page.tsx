import { Link } from 'react-router';
import type { KnownPage } from './similar-paths.ts';
import { similarPaths } from './similar-paths.ts';
import { StatePage } from '../fallbacks/state-page.tsx';
import styles from '../fallbacks/state-page.module.css';

/** Props of `NotFoundPage`. */
export interface NotFoundPageProps {
  /** The path that leads nowhere. */
  readonly path: string;
  /** All pages that the navigation offers. */
  readonly pages: readonly KnownPage[];
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** No plugin has this route: what was looked for, what may have been meant, and the way home. */
export function NotFoundPage({ path, pages }: NotFoundPageProps) {
  const similar = similarPaths(path, pages);
  const offered = similar.length ? similar : pages.slice(0, 8);
  return (
    <StatePage title="Page not found" icon="search" tone="calm">
      <p>
        No plugin of this portal has a page at <code className={styles['path']}>{decoded(path)}</code>.
      </p>
      <p className={styles['text']}>
        The address may be misspelt, or the plugin behind it was taken away or is not meant for you.
      </p>
      {offered.length > 0 && (
        <>
          <p>{similar.length ? 'Did you mean' : 'These pages exist'}</p>
          <ul className={styles['links']}>
            {offered.map(page => (
              <li key={page.path}>
                <Link to={page.path}>{page.title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={styles['actions']}>
        <Link to="/" className={styles['quiet']}>
          Go to the start page
        </Link>
      </div>
    </StatePage>
  );
}
