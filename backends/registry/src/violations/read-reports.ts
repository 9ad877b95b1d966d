/** A report of a browser, cut down to what is kept of it. Nothing in it can be trusted. */
export interface ViolationReport {
  readonly directive: string;
  /** URL or keyword of what was refused. */
  readonly blocked: string;
  /** URL of the script that did it; empty where the browser doesn't say. */
  readonly source: string;
  /** URL of the page. */
  readonly page: string;
}

/** The reports of one request that are looked at: Chromium collects up to so many before it sends them. */
const mostReports = 100;
const longestUrl = 2000;

const directives = new Set([
  'default-src', 'script-src', 'script-src-elem', 'script-src-attr', 'style-src', 'style-src-elem', 'style-src-attr', 'img-src', 'font-src',
  'connect-src', 'media-src', 'object-src', 'frame-src', 'child-src', 'worker-src', 'manifest-src', 'base-uri', 'form-action',
  'frame-ancestors', 'require-trusted-types-for', 'trusted-types',
]);

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const text = (value: unknown): string => (typeof value === 'string' ? value.slice(0, longestUrl) : '');

function directiveOf(value: unknown): string {
  const [name = ''] = text(value).toLowerCase().split(' ', 1);
  return directives.has(name) ? name : 'other';
}

/** The body of `report-uri`: `{ "csp-report": {...} }`. */
function older(report: Fields): ViolationReport {
  const directive = directiveOf(report['effective-directive'] ?? report['violated-directive']);
  return { directive, blocked: text(report['blocked-uri']), source: text(report['source-file']), page: text(report['document-uri']) };
}

/** One of the list that `report-to` sends. */
function newer(report: Fields): ViolationReport {
  const { effectiveDirective, blockedURL, sourceFile, documentURL } = report;
  return { directive: directiveOf(effectiveDirective), blocked: text(blockedURL), source: text(sourceFile), page: text(documentURL) };
}

/** Reads both forms that browsers send; what is neither is nothing. */
export function readReports(body: unknown): ViolationReport[] {
  if (isFields(body) && isFields(body['csp-report'])) return [older(body['csp-report'])];
  if (!Array.isArray(body)) return [];
  const listed: readonly unknown[] = body.slice(0, mostReports);
  return listed.flatMap(one => (isFields(one) && one['type'] === 'csp-violation' && isFields(one['body']) ? [newer(one['body'])] : []));
}
