import type { Violation } from '@portico/contracts';
import { parseArtifactPath } from '../http/artifact-path.ts';
import type { KnownRemote } from '../service/known-remotes.ts';
import type { ViolationReport } from './read-reports.ts';
import { pathOf } from './reduce-url.ts';

/** Whose a violation is, as far as it can be told. */
export interface Attribution {
  /** Empty where nothing points to a remote. */
  readonly remote: string;
  /** Empty where it is not known. */
  readonly version: string;
  readonly by: Violation['attributedBy'];
  /** The remote's file that did it; empty where it is not known. */
  readonly file: string;
}

const nobody: Attribution = { remote: '', version: '', by: 'nothing', file: '' };
const longestFile = 200;

function knownVersion({ judged, record }: KnownRemote, version: string): string {
  return judged?.version === version || record.versions.some(head => head.version === version) ? version : '';
}

/** A file below `/remotes/<id>/<version>/`, or of a remote that is loaded from its own origin. */
function ownerOfFile(url: string, remotes: readonly KnownRemote[]): Omit<Attribution, 'by'> | undefined {
  const path = pathOf(url);
  const parsed = path.startsWith('/remotes/') ? parseArtifactPath(path.slice('/remotes'.length)) : undefined;
  const served = parsed && remotes.find(({ id }) => id === parsed.id);
  if (served) return { remote: served.id, version: knownVersion(served, parsed.version), file: parsed.path.slice(0, longestFile) };
  const live = remotes.find(({ judged }) => judged?.content?.baseUrl && url.startsWith(judged.content.baseUrl));
  if (!live) return undefined;
  const file = url.slice((live.judged?.content?.baseUrl ?? '').length).replace(/[?#].*$/s, '');
  return { remote: live.id, version: live.judged?.version ?? '', file: file.slice(0, longestFile) };
}

/** The remote whose page was shown: what has no address of its own, such as code in a blob, was probably its doing. */
function ownerOfPage(url: string, remotes: readonly KnownRemote[]): string | undefined {
  const path = pathOf(url);
  const routes = remotes.flatMap(({ id, judged }) => (judged?.manifest?.routes ?? []).map(route => ({ id, path: route.path })));
  const fitting = routes.filter(route => route.path !== '/' && (path === route.path || path.startsWith(`${route.path}/`)));
  return fitting.sort((left, right) => right.path.length - left.path.length)[0]?.id;
}

/** Says whose a violation is. */
export function attribute({ source, blocked, page }: ViolationReport, remotes: readonly KnownRemote[]): Attribution {
  const bySource = ownerOfFile(source, remotes);
  if (bySource) return { ...bySource, by: 'source' };
  const byBlocked = ownerOfFile(blocked, remotes);
  if (byBlocked) return { ...byBlocked, by: 'blocked' };
  const byPage = ownerOfPage(page, remotes);
  return byPage === undefined ? nobody : { ...nobody, remote: byPage, by: 'page' };
}
