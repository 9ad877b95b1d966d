import { expect, test } from '@jest/globals';
import { digest } from '../fixtures/remotes.ts';
import { pinStyles } from './pin-styles.ts';

const folder = 'http://localhost/remotes/vite/1.0.0/';
const link = (href: string) => Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
const refused = `sha384-${'A'.repeat(64)}`;

test('links of a pinned folder get the recorded digest with their address; what is not recorded gets one that nothing has', () => {
  pinStyles(folder, { [`${folder}page.css`]: digest });
  const byAttribute = document.createElement('link');
  byAttribute.setAttribute('href', '/remotes/vite/1.0.0/page.css?x=1');
  const integrityOf = (one: HTMLLinkElement) => one.integrity || one.getAttribute('integrity') || undefined;
  expect([link(`${folder}page.css`), byAttribute, link(`${folder}other.css`), link('http://localhost/remotes/radar/1.0.0/page.css')].map(integrityOf)).toEqual([
    digest, digest, refused, undefined,
  ]);
});
