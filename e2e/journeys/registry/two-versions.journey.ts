import type { DemoVersion } from '../../fixtures/demo-entry.ts';
import { registryOf } from '../../fixtures/demo-remote.ts';
import { expect, test } from '../../fixtures/portal.ts';
import { ShellPage } from '../../pages/shell-page.ts';

const id = 'paired';

/** Its style has the name that the build preset would give it, and its page can leave a note in the window, as an open dialog stays. */
function versionOf(version: string, { hash, spacing }: { readonly hash: string; readonly spacing: number }): DemoVersion {
  const style = `paired-note-${hash}`;
  const note = `Object.assign(document.createElement('button'), { className: '${style}', textContent: 'Pinned ${version}' })`;
  return {
    id,
    version,
    navigationTitle: 'Paired',
    files: { 'page.css': `@layer portico, remote; @layer remote { .${style} { letter-spacing: ${spacing}px } }\n` },
    atImport: `document.head.append(Object.assign(document.createElement('link'), { rel: 'stylesheet', href: '/remotes/${id}/${version}/page.css' }));`,
    buttons: { Pin: `const note = document.body.appendChild(${note}); note.onclick = () => { note.textContent += ', clicked'; };` },
  };
}

test('two versions of a remote are alive in one page, each with its own code and look, until the older one is released', async ({ page, portal }) => {
  const [shell, registry] = [new ShellPage(page), registryOf(portal)];
  const pinned = (version: string) => page.getByText(`Pinned ${version}`);
  const containers = () => page.evaluate(() => Object.keys(window).filter(name => name.startsWith('paired__')).length);
  expect(await registry.publish(versionOf('1.0.0', { hash: 'aB3dE5', spacing: 3 }))).toBe(201);
  expect(await registry.publish({ id: 'neighbour', version: '1.0.0', navigationTitle: 'Neighbour' })).toBe(201);
  await page.clock.install();
  await page.goto(`/${id}`);
  await page.getByRole('button', { name: 'Pin' }).click();
  await expect(pinned('1.0.0')).toHaveCSS('letter-spacing', '3px');

  const snapshot = page.waitForResponse(response => response.url().endsWith('/api/registry/snapshot') && response.status() === 200);
  expect(await registry.publish(versionOf('1.1.0', { hash: 'fG7hI9', spacing: 7 }), 'stable')).toBe(201);
  await snapshot;
  // From here on no timer of the page ends, so that nothing is released before it was looked at.
  await page.clock.pauseAt(Date.now() + 60_000);
  await shell.entry('Neighbour').click();
  await shell.entry('Paired').click();
  await expect(shell.heading).toHaveText('Demo 1.1.0');
  await shell.main.getByRole('button', { name: 'Pin' }).click();
  await expect(pinned('1.1.0')).toHaveCSS('letter-spacing', '7px');
  await expect(pinned('1.0.0')).toHaveCSS('letter-spacing', '3px');
  await pinned('1.0.0').click();
  await expect(pinned('1.0.0')).toHaveText('Pinned 1.0.0, clicked');
  expect(await containers()).toBe(2);

  await page.clock.resume();
  await expect.poll(containers).toBe(1);
  await expect(pinned('1.0.0')).not.toHaveCSS('letter-spacing', '3px');
  await expect(pinned('1.1.0')).toHaveCSS('letter-spacing', '7px');
  await expect(shell.heading).toHaveText('Demo 1.1.0');
});
