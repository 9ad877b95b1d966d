import { describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { brokenByRule, threeFaults } from './fixtures/broken-by-rule.ts';
import { sound } from './fixtures/sound.ts';
import { buildRules, isAcceptable, registryRules, runChecks } from './index.ts';

const allRules = [...new Set([...buildRules, ...registryRules])];

describe('the rules for remotes', () => {
  test('find nothing in a remote that is sound', () => {
    expect(runChecks(allRules, sound)).toEqual([]);
  });

  test('find nothing where they have no input', () => {
    expect(runChecks(allRules, {})).toEqual([]);
  });

  test('are each in a file of their own name, and each has a fixture', () => {
    const files = readdirSync(new URL('./rules', import.meta.url)).map(file => file.replace(/\.ts$/, ''));
    expect(allRules.map(rule => rule.name).sort()).toEqual(files.sort());
    expect(Object.keys(brokenByRule).sort()).toEqual(files.sort());
  });

  test.each(Object.entries(brokenByRule))('%s finds its own fault alone and says what to do', (name, input) => {
    const findings = runChecks(allRules, input);
    expect(findings.map(finding => finding.rule)).toEqual([name]);
    expect(findings[0]?.message).toMatch(/^Expected .+, got .+/);
    expect(findings[0]?.fix).toMatch(/\w{3}/);
    expect(isAcceptable(findings)).toBe(findings[0]?.severity === 'warning');
  });

  test('report three faults of one remote together', () => {
    expect(runChecks(allRules, threeFaults).map(finding => [finding.rule, finding.path])).toEqual([
      ['version-is-semver', 'version'],
      ['portal-range-fits-offer', 'portal'],
      ['shared-modules-are-known', 'federation.shared.0.request'],
    ]);
  });

  test('report every part of a manifest that has nothing in it', () => {
    const paths = runChecks(registryRules, { manifest: {} }).map(finding => finding.path);
    expect(paths).toEqual(
      expect.arrayContaining(['schema', 'id', 'title', 'routes', 'version', 'portal', 'federation', 'assets']),
    );
  });

  test.each([null, 'text', 7, [], { routes: 3, assets: 'x', federation: [], extensions: [null] }])(
    'refuse %j as a manifest without failing themselves',
    manifest => {
      expect(runChecks(allRules, { ...sound, manifest }).map(finding => finding.rule)).toContain('manifest-is-well-formed');
    },
  );

  test('report a rule that fails as a finding', () => {
    const rule = {
      name: 'never-comes-to-an-end',
      check(): never {
        throw new RangeError('Maximum call stack size exceeded');
      },
    };
    expect(runChecks([rule], sound)).toEqual([
      expect.objectContaining({
        rule: 'never-comes-to-an-end',
        severity: 'error',
        message: 'Expected never-comes-to-an-end to come to a verdict, got: Maximum call stack size exceeded',
      }),
    ]);
  });

  test('take a predicate of great depth as a finding', () => {
    let deep: object = { kind: 'Component' };
    for (let depth = 0; depth < 20_000; depth += 1) deep = { $not: deep };
    const manifest = { ...sound.manifest, extensions: [{ id: 'card', point: 'core.page/v1', if: deep }] };
    expect(runChecks(registryRules, { manifest }).map(finding => finding.rule)).toEqual(['manifest-is-well-formed']);
  });
});
