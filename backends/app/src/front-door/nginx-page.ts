import type { ConfigReader } from '@portico/config';
import { defaultReferrerPolicy, sessionCookieName } from '@portico/backend-framework';
import { appearanceChoices } from '../page/appearance.ts';
import { createPage } from '../page/page-handler.ts';
import { plainPath, renderWithPlaces } from '../page/page-template.ts';
import type { PageFiles } from '../shell-build/shell-build.ts';

/** Files by name: the page, and how nginx fills it. */
export type NginxPage = Readonly<Record<'index.html' | 'page.conf' | 'places.conf', string>>;

// A "$" in quotes is the start of a variable for nginx, which has no way to escape it.
const quote = (text: string): string => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
const literal = (text: string): string => quote(text.replaceAll('$', '%24'));

function cookiePattern(name: string, value: string): string {
  return quote(`~(?:^|;\\s*)${name}=${value}`).replaceAll('\\\\', '\\');
}

function appearanceMap([name, values]: readonly [string, readonly string[]]): string {
  const chosen = `chosen_${name}`;
  const pattern = cookiePattern(`portico-${name}`, `(?<${chosen}>${values.join('|')})\\s*(?:;|$)`);
  return `map $http_cookie $page_${name} {\n  default "";\n  ${pattern} ' data-${name}="$${chosen}"';\n}`;
}

/** Text with places in it, as a value that nginx fills. */
function filled(text: string, { nonce, path }: { readonly nonce: string; readonly path: string }): string {
  const parts = text.split(nonce).map(part => part.split(path).map(piece => literal(piece).slice(1, -1)).join('$page_path'));
  return `"${parts.join('$request_id')}"`;
}

/**
 * The page of a configuration, for a front door that fills it itself: the same template as this plugin's own page, with the
 * request's id as nonce. `page.conf` belongs into nginx's `http`, `places.conf` into the location of the page.
 */
export function createNginxPage(config: ConfigReader, files: PageFiles): NginxPage {
  const { content, policy } = createPage(config, files);
  const { html, places, signedIn } = renderWithPlaces(content);
  const referrerPolicy = config.getOptionalString('backend.referrer.policy') ?? defaultReferrerPolicy;
  const appearance = Object.entries(appearanceChoices);
  const aheadMaps = Object.entries(signedIn).map(
    ([name, text]) =>
      `map $http_cookie $page_${name} {\n  default "";\n  ${cookiePattern(sessionCookieName, '[^;\\s]')} ${filled(text, places)};\n}`,
  );
  return {
    'index.html': html,
    'page.conf': [
      '# Written together with index.html; see places.conf.',
      `map $request_id $page_policy {\n  default ${filled(policy(places.nonce), places)};\n}`,
      `map $request_id $page_referrer_policy {\n  default ${literal(referrerPolicy)};\n}`,
      `map $request_uri $page_path {\n  default "/";\n  "~^(?<plain_path>${plainPath})" $plain_path;\n}`,
      ...appearance.map(appearanceMap),
      ...aheadMaps,
      '',
    ].join('\n\n'),
    'places.conf': [
      `sub_filter ${quote(places.nonce)} $request_id;`,
      `sub_filter ${quote(places.appearance)} "${appearance.map(([name]) => `$page_${name}`).join('')}";`,
      ...Object.keys(signedIn).map(name => `sub_filter ${quote(places[name as 'snapshot'])} $page_${name};`),
      'sub_filter_once off;',
      '',
    ].join('\n'),
  };
}
