import { frameworkErrors, frontDoorErrors, statusOf } from '@portico/errors';
import type { ErrorDefinition } from '@portico/errors';

/** The snippet of nginx that answers in the words of the error catalogue. */
export const answersFile = 'nginx/snippets/errors.conf';

interface Answer {
  /** Statuses of nginx that it stands for. */
  readonly statuses: readonly number[];
  readonly location: string;
  readonly error: ErrorDefinition;
  /** What the message's places are for nginx. */
  readonly places?: Readonly<Record<string, string>>;
  readonly headers?: Readonly<Record<string, string>>;
}

const answers: readonly Answer[] = [
  // Where the request could not be read there is no path from which a named location could be entered.
  { statuses: [400], location: '/front-door/request-invalid', error: frameworkErrors.REQUEST_INVALID, places: { part: 'head' } },
  { statuses: [414, 494], location: '/front-door/head-too-large', error: frontDoorErrors.HEAD_TOO_LARGE },
  // The header that names the scheme comes with the answer of the session check.
  { statuses: [401], location: '@unauthenticated', error: frameworkErrors.UNAUTHENTICATED },
  { statuses: [404], location: '@not-found', error: frameworkErrors.NOT_FOUND, places: { method: '$request_method', path: '$error_url' } },
  {
    statuses: [405],
    location: '@method-not-allowed',
    error: frontDoorErrors.METHOD_NOT_ALLOWED,
    places: { method: '$request_method' },
    headers: { Allow: 'GET, HEAD' },
  },
  { statuses: [413], location: '@body-too-large', error: frontDoorErrors.BODY_TOO_LARGE, places: { limit: '${PORTICO_BODY_LIMIT}' } },
  { statuses: [500, 502, 503], location: '@backends-away', error: frontDoorErrors.BACKENDS_AWAY, headers: { 'Retry-After': '2' } },
  { statuses: [504], location: '@backends-silent', error: frontDoorErrors.BACKENDS_SILENT },
];

/** Inside a JSON string inside a quoted text of nginx. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '\\\\\\"')}"`;
}

function filled(message: string, places: Readonly<Record<string, string>> = {}): string {
  return message.replaceAll(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place);
}

function locationOf({ location, error, places, headers = {} }: Answer): string {
  const status = statusOf(error.name);
  return [
    `location ${location.startsWith('@') ? location : `= ${location}`} {`,
    ...(location.startsWith('@') ? [] : ['  internal;']),
    `  set $error_name ${error.name};`,
    `  set $error_code ${error.code};`,
    `  set $error_message ${quoted(filled(error.message, places))};`,
    `  set $error_fix ${quoted(error.fix)};`,
    `  set $error_status ${status};`,
    '  include snippets/error-body.conf;',
    ...Object.entries(headers).map(([name, value]) => `  add_header ${name} "${value}" always;`),
    `  return ${status} $error_body;`,
    '}',
  ].join('\n');
}

/** The text of the snippet. */
export function renderAnswers(): string {
  const pages = answers.map(({ statuses, location }) => `error_page ${statuses.join(' ')} = ${location};`);
  return [
    '# Written from the error catalogue by e2e/architecture/front-door/main.ts; a test compares both.',
    '# What goes wrong before or behind the backends is told in the same words as theirs.',
    ...pages,
    '',
    '# Not errors: ways from one location to another that an "if" may take.',
    'error_page 418 = @backends;',
    'error_page 421 = @websocket;',
    'recursive_error_pages on;',
    '',
    answers.map(locationOf).join('\n\n'),
    '',
  ].join('\n');
}
