import { dockerAnswers, findTool, missingTool, serverTools } from '@portico/test-servers';
import type { ServerToolName } from '@portico/test-servers';
import { ensureChromium, findChromium } from './chromium.ts';
import { installPackages, mayInstall } from './debian.ts';

const names = Object.keys(serverTools) as ServerToolName[];

function missingServers(): readonly ServerToolName[] {
  return names.filter(name => findTool(name).binary === undefined);
}

/** nginx reads files of this repository and is only run from a binary; the others have images. */
function withoutImage(missing: readonly ServerToolName[]): readonly ServerToolName[] {
  return missing.filter(name => name === 'nginx');
}

/**
 * Makes sure of the browser and of every server that the tests run: installs Debian's packages where it may, else counts on
 * Docker for what it can stand in for, else says what to install.
 *
 * @returns a line for each, telling where it was found
 * @throws START_TOOL_MISSING
 */
export async function ensureTools(): Promise<readonly string[]> {
  const packages = missingServers().map(name => serverTools[name].debianPackage as string);
  if (!findChromium()) packages.push('chromium');
  if (packages.length > 0 && mayInstall()) installPackages(packages);

  const missing = missingServers();
  const unavailable = missing.length > 0 && (await dockerAnswers()) ? withoutImage(missing) : missing;
  if (unavailable.length > 0) throw missingTool(...unavailable);
  return [
    `Chromium: ${ensureChromium()}`,
    ...names.map(name => `${serverTools[name].title}: ${findTool(name).binary ?? `Docker, ${serverTools[name].image}`}`),
  ];
}
