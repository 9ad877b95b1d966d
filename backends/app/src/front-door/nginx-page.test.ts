import { describe, expect, test } from '@jest/globals';
import { createConfigReader } from '@portico/config';
import type { JsonObject } from '@portico/config';
import { createNginxPage } from './nginx-page.ts';

const integrity = `sha384-${'a'.repeat(64)}`;
const files = { scripts: [{ path: 'main.1.js', integrity }], styles: [{ path: 'main.1.css', integrity }] };
const pageOf = (data: JsonObject) => createNginxPage(createConfigReader(data), files);

describe('the page for nginx', () => {
  test('has a place for each thing that differs from request to request', () => {
    const { 'index.html': html } = pageOf({ app: { title: 'Atrium' } });
    expect(html).toContain('<html lang="en"<appearance>>');
    expect(html.match(/<snapshot>/g)).toHaveLength(1);
    expect(html).toContain('<title>Atrium</title>');
    expect(html).toContain(`<script defer src="/assets/main.1.js" integrity="${integrity}" crossorigin="anonymous" nonce="<nonce>"></script>`);
  });

  test('cannot be given a place by a title', () => {
    const { 'index.html': html } = pageOf({ app: { title: '<nonce>$request_id"<snapshot>' } });
    expect(html).toContain('<title>&lt;nonce&gt;$request_id&quot;&lt;snapshot&gt;</title>');
  });

  test('has the policy of the configuration, with the id of the request as nonce', () => {
    const policy = (data: JsonObject) => /\$page_policy \{\n {2}default "(.*)";/.exec(pageOf(data)['page.conf'])?.[1];
    expect(policy({})).toContain("script-src 'nonce-$request_id' 'strict-dynamic'; style-src 'self' 'nonce-$request_id'");
    expect(policy({ backend: { csp: { 'img-src': ['https://a.example/$uri"'] } } })).toContain('https://a.example/%24uri\\"');
  });

  test('tells other sites as much as the backends do of where a visitor comes from', () => {
    const referrers = (data: JsonObject) => /\$page_referrer_policy \{\n {2}default "(.*)";/.exec(pageOf(data)['page.conf'])?.[1];
    expect(referrers({})).toBe('strict-origin-when-cross-origin');
    expect(referrers({ backend: { referrer: { policy: 'no-referrer' } } })).toBe('no-referrer');
  });
});
