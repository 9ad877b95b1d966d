import fs from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { readJson, root, workspaces } from './repository/workspaces.ts';
import type { Workspace } from './repository/workspaces.ts';

const all = workspaces();

/** Role -> what the package's name looks like. */
const roles: Readonly<Record<string, RegExp>> = {
  frontend: /^@portico\/(shell|front-door)$/,
  backend: /^@portico\/portal$/,
  'frontend-plugin': /^@portico\/plugin-[a-z-]+$/,
  'frontend-plugin-module': /^@portico\/plugin-[a-z-]+-module-[a-z-]+$/,
  'web-library': /^@portico\/(plugin-api|ui|test-kit|plugin-[a-z-]+-react)$/,
  'common-library': /^@portico\/(errors|contracts|config|shared-modules|remote-checks|plugin-[a-z-]+-common)$/,
  'node-library': /^@portico\/(backend-framework|test-servers|preset|manifest|plugin-[a-z-]+-node)$/,
  'backend-plugin': /^@portico\/plugin-[a-z-]+-backend$/,
  'backend-plugin-module': /^@portico\/plugin-[a-z-]+-backend-module-[a-z-]+$/,
  service: /^@portico\/[a-z-]+-service$/,
  cli: /^@portico\/(cli|e2e)$/,
};

const topLevel = [
  '.ci', '.gitignore', '.npmrc', 'README.md', 'backends', 'docker-compose.yml', 'e2e', 'eslint.config.js', 'jest.config.js',
  'nginx', 'package-lock.json', 'package.json', 'remotes', 'shared', 'shell', 'tsconfig.json', 'webpack',
];

function tsReferences(workspace: Workspace): readonly string[] {
  const file = readJson<{ references?: { path: string }[] }>(`${workspace.folder}/tsconfig.json`);
  return (file.references ?? []).map(reference => path.posix.join(workspace.folder, reference.path)).sort();
}

describe('packages', () => {
  test.each(all.map(workspace => [workspace.folder, workspace] as const))('%s has one role, and a name that fits it', (_folder, workspace) => {
    expect(Object.keys(roles)).toContain(workspace.role);
    expect(workspace.name).toMatch(roles[workspace.role ?? ''] as RegExp);
  });

  test.each(all.map(workspace => [workspace.folder, workspace] as const))('%s tells TypeScript about exactly the workspaces it depends on', (_folder, workspace) => {
    const wanted = [...workspace.dependencies, ...workspace.devDependencies]
      .flatMap(name => all.filter(other => other.name === name).map(other => other.folder))
      .sort();
    expect(tsReferences(workspace)).toEqual(wanted);
  });

  test('the root builds the types of every workspace', () => {
    const file = readJson<{ references: { path: string }[] }>('tsconfig.json');
    expect(file.references.map(reference => reference.path).sort()).toEqual(all.map(workspace => workspace.folder));
  });

  test('the top level holds the agreed folders and files only', () => {
    const present = fs
      .readdirSync(root)
      .filter(name => !['.git', 'node_modules', '.data', '.mf', 'dist', 'test-results'].includes(name) && !/^app-config(\.[a-z]+)*\.yaml$/.test(name));
    expect(present.filter(name => !topLevel.includes(name))).toEqual([]);
  });

  test('every npm script makes sure of its packages and of Node 24 first', () => {
    const { scripts } = readJson<{ scripts: Record<string, string> }>('package.json');
    const unchecked = Object.keys(scripts).filter(
      name => !name.startsWith('pre') && name !== 'lock:complete' && scripts[`pre${name}`] !== 'node webpack/cli/src/bootstrap/install.mjs',
    );
    expect(unchecked).toEqual([]);
  });

  test('the lock names no registry', () => {
    const lock = fs.readFileSync(path.join(root, 'package-lock.json'), 'utf8');
    expect(lock.match(/"resolved": "http/g)).toBeNull();
  });

  test('dependencies on third parties are pinned to one exact version in the whole repository', () => {
    const wanted = new Map<string, string>();
    const faults: string[] = [];
    for (const workspace of all) {
      const file = readJson<{ dependencies?: Record<string, string>; devDependencies?: Record<string, string> }>(`${workspace.folder}/package.json`);
      for (const [name, version] of Object.entries({ ...file.dependencies, ...file.devDependencies })) {
        if (!/^(npm:.+@)?\d/.test(version)) faults.push(`${workspace.folder}: ${name} is ${version}, expected an exact version`);
        const other = wanted.get(name) ?? version;
        if (other !== version) faults.push(`${workspace.folder}: ${name} is ${version}, elsewhere ${other}`);
        wanted.set(name, version);
      }
    }
    expect(faults).toEqual([]);
  });
});
