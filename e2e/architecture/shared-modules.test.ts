import * as router from 'react-router';
import { describe, expect, test } from '@jest/globals';
import { routerNames, sharedModules, uiFamilies } from '@portico/shared-modules';
import { readJson } from './repository/workspaces.ts';

describe('the sharing table', () => {
  test('names each module once', () => {
    const requests = sharedModules.map(module => module.request);
    expect(new Set(requests).size).toBe(requests.length);
  });

  test('every request belongs to the package whose version counts', () => {
    expect(sharedModules.filter(module => module.request !== module.package && !module.request.startsWith(`${module.package}/`))).toEqual([]);
  });

  test('holds every component family that @portico/ui exports, and no other', () => {
    const { exports } = readJson<{ exports: Record<string, unknown> }>('shared/ui/package.json');
    const exported = Object.keys(exports).filter(key => key !== '.' && !key.endsWith('.css')).map(key => key.slice(2));
    expect([...uiFamilies].sort()).toEqual(exported.sort());
  });

  test('every published name of react-router is one that react-router has', () => {
    expect(routerNames.filter(name => !(name in router))).toEqual([]);
  });
});
