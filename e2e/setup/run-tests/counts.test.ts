import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { add, judged, passed } from './counts.ts';
import { countJest, countJestTwice, failedFiles } from './jest-report.ts';
import { countJourneys } from './journeys-report.ts';

function report(content: object): string {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'portico-counts-')), 'report.json');
  fs.writeFileSync(file, JSON.stringify(content));
  return file;
}

function fileOf(name: string, ...statuses: string[]) {
  const status = statuses.length === 0 || statuses.includes('failed') ? 'failed' : 'passed';
  return { name, status, assertionResults: statuses.map((one, index) => ({ fullName: `${name} ${index}`, status: one })) };
}

const jest = (...testResults: object[]) => report({ testResults });

describe('counting tests', () => {
  test('takes the figures of both runners', () => {
    expect(countJest(jest(fileOf('a', 'passed', 'passed', 'pending', 'todo')), 0)).toEqual({ passed: 2, failed: 0, skipped: 2, unsteady: [] });
    const stats = { expected: 3, unexpected: 1, flaky: 0, skipped: 0 };
    expect(countJourneys(report({ stats }), 1)).toEqual({ passed: 3, failed: 1, skipped: 0, unsteady: [] });
  });

  test('a runner that ends in failure counts as a failure, whatever its report says', () => {
    expect(countJest(jest(fileOf('a', 'passed')), 1).failed).toBe(1);
    expect(countJest(jest(fileOf('a')), 1).failed).toBe(1);
    expect(countJourneys('/no/such/report.json', 1).failed).toBe(1);
    expect(countJest('/no/such/report.json', 0).failed).toBe(1);
    expect(countJestTwice(jest(fileOf('a', 'failed')), '/no/such/report.json', 0).failed).toBe(1);
  });

  test('adds stages', () => {
    const left = { passed: 1, failed: 2, skipped: 3, unsteady: ['a'] };
    expect(add(left, { passed: 4, failed: 5, skipped: 6, unsteady: ['b'] })).toEqual({ passed: 5, failed: 7, skipped: 9, unsteady: ['a', 'b'] });
  });
});

describe('running failed tests once more', () => {
  const first = jest(fileOf('steady', 'passed'), fileOf('busy', 'passed', 'failed'), fileOf('wrong', 'failed'), fileOf('not loaded'));

  test('goes for the files in which something failed', () => {
    expect(failedFiles(first)).toEqual(['busy', 'wrong', 'not loaded']);
    expect(failedFiles('/no/such/report.json')).toEqual([]);
  });

  test('what passes then is named, what fails again is a failure', () => {
    const second = jest(fileOf('busy', 'passed', 'passed'), fileOf('wrong', 'failed'), fileOf('not loaded', 'passed'));
    expect(countJestTwice(first, second, 1)).toEqual({ passed: 4, failed: 1, skipped: 0, unsteady: ['busy 1', 'not loaded'] });
  });

  test('a journey that passes at its second try is named', () => {
    const specs = [{ title: 'opens', tests: [{ status: 'flaky' }] }, { title: 'closes', tests: [{ status: 'expected' }] }];
    const read = countJourneys(report({ stats: { expected: 1, unexpected: 0, flaky: 1, skipped: 0 }, suites: [{ suites: [{ specs }] }] }), 0);
    expect(read).toEqual({ passed: 2, failed: 0, skipped: 0, unsteady: ['opens'] });
  });

  test('more than three unsteady ones of a stage are failures', () => {
    expect(judged({ ...passed, unsteady: ['a', 'b', 'c'] }, 0).failed).toBe(0);
    expect(judged({ ...passed, unsteady: ['a', 'b', 'c', 'd'] }, 0).failed).toBe(4);
  });
});
