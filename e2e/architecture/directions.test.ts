import { describe, expect, test } from '@jest/globals';
import { isCode, repositoryFiles } from './repository/source-files.ts';
import { workspaces } from './repository/workspaces.ts';
import type { Workspace } from './repository/workspaces.ts';
import { directionRules, findViolations } from './rules/directions.ts';
import { importFaults, importsOf } from './rules/imports.ts';

const all = workspaces();

function planted(folder: string, dependency: string): readonly string[] {
  const victim = all.find(workspace => workspace.folder === folder) as Workspace;
  const others = all.filter(workspace => workspace !== victim);
  const changed = [...others, { ...victim, dependencies: [...victim.dependencies, dependency] }];
  return findViolations(changed).map(violation => violation.message);
}

describe('import directions', () => {
  test('every dependency between rooms runs in the agreed direction', () => {
    expect(findViolations(all).map(violation => violation.message)).toEqual([]);
  });

  test.each([
    ['shell', '@portico/plugin-catalog-common', 'comes as data in the registry snapshot'],
    ['remotes/tech-radar', '@portico/plugin-catalog', 'never by importing each other'],
    ['backends/catalog', '@portico/plugin-auth-backend', 'over the wire'],
    ['shared/ui', '@portico/plugin-api', 'take data and callbacks as props'],
    ['webpack/preset', '@portico/shell', 'read their files instead'],
  ])('a planted dependency of %s on %s is refused with the right door', (folder, dependency, door) => {
    expect(planted(folder, dependency)).toEqual([expect.stringContaining(door)]);
  });

  test('every rule names a door', () => {
    expect(directionRules.filter(rule => rule.door.length < 20)).toEqual([]);
  });

  test('every import is declared by its package and none reaches into another room', () => {
    const faults = repositoryFiles()
      .filter(file => isCode(file) && !file.endsWith('.css'))
      .flatMap(file => {
        const owner = all.find(workspace => file.startsWith(`${workspace.folder}/`));
        return owner ? importFaults(file, owner) : [];
      });
    expect(faults.map(fault => fault.message)).toEqual([]);
  });

  test('imports are seen in every form', () => {
    const text = "import a from 'a';\nexport { b } from 'b';\nimport type { C } from 'c';\nconst d = () => import('d');\n";
    expect([...importsOf(text)].sort()).toEqual(['a', 'b', 'c', 'd']);
  });
});
