import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import webpack from 'webpack';
import type { Compiler } from 'webpack';

interface Resolved {
  resource?: string;
  request?: string;
  userRequest?: string;
  context?: string;
}

const innermost = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))([\\/].*)$/;

/** Takes one copy of a package into a bundle where the installed tree holds several of the same version. */
export class OneCopyPlugin {
  readonly #folders = new Map<string, string>();
  readonly #versions = new Map<string, string>();

  apply(compiler: Compiler): void {
    new webpack.NormalModuleReplacementPlugin(/./, data => {
      const { createData } = data as { createData?: Resolved };
      const { resource } = createData ?? {};
      // Files that go through a loader are the repository's own.
      if (!createData || !resource || createData.request !== resource) return;
      const [, folder, name, below] = innermost.exec(resource) ?? [];
      if (folder === undefined || name === undefined || below === undefined) return;
      const chosen = this.#chosen(folder, name);
      if (chosen === folder) return;
      createData.resource = createData.request = createData.userRequest = chosen + below;
      createData.context = join(chosen, below, '..');
    }).apply(compiler);
  }

  /** The first folder that was met with this name and version. */
  #chosen(folder: string, name: string): string {
    const version = this.#versions.get(folder) ?? versionOf(folder);
    this.#versions.set(folder, version);
    const key = `${name}@${version}`;
    const known = this.#folders.get(key) ?? folder;
    this.#folders.set(key, known);
    return known;
  }
}

function versionOf(folder: string): string {
  return String((JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version?: unknown }).version);
}
