import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { add, countJest, countJourneys } from './counts.ts';

function report(content: object): string {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'portico-counts-')), 'report.json');
  fs.writeFileSync(file, JSON.stringify(content));
  return file;
}

const jest = { numPassedTests: 5, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1 };

describe('counting tests', () => {
  test('takes the figures of both runners', () => {
    expect(countJest(report(jest), 0)).toEqual({ passed: 5, failed: 0, skipped: 2 });
    expect(countJourneys(report({ stats: { expected: 3, unexpected: 1, flaky: 1, skipped: 0 } }), 1)).toEqual({ passed: 3, failed: 2, skipped: 0 });
  });

  test('a runner that ends in failure counts as a failure, whatever its report says', () => {
    expect(countJest(report(jest), 1).failed).toBe(1);
    expect(countJourneys('/no/such/report.json', 1).failed).toBe(1);
    expect(countJest('/no/such/report.json', 0).failed).toBe(1);
  });

  test('adds stages', () => {
    expect(add({ passed: 1, failed: 2, skipped: 3 }, { passed: 4, failed: 5, skipped: 6 })).toEqual({ passed: 5, failed: 7, skipped: 9 });
  });
});
