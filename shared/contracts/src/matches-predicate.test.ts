import { describe, expect, test } from '@jest/globals';
import { filterPredicateSchema, matchesPredicate, parseShape } from './index.ts';
import type { FilterPredicate } from './index.ts';

const entity = {
  kind: 'Component',
  metadata: {
    name: 'payments.api',
    tags: ['java', 'pci'],
    annotations: { 'lighthouse.com/website-url': 'https://pay.example' },
    links: [{ url: 'https://pay.example', title: 'Site' }, { url: 'https://docs.example', title: 'Docs' }],
  },
  spec: { type: 'service', replicas: 3, public: true },
};

const cases: readonly (readonly [string, FilterPredicate, boolean])[] = [
  ['an equal value, whatever its case', { kind: 'component' }, true],
  ['another value', { kind: 'API' }, false],
  ['all keys of one object', { kind: 'component', 'spec.type': 'website' }, false],
  ['a number given as text', { 'spec.replicas': '3' }, true],
  ['a boolean', { 'spec.public': true }, true],
  ['an item of a list', { 'metadata.tags': 'java' }, true],
  ['a key that holds dots', { 'metadata.annotations.lighthouse.com/website-url': { $exists: true } }, true],
  ['a key that is absent', { 'metadata.annotations.other': { $exists: true } }, false],
  ['absence asked for', { 'metadata.annotations.other': { $exists: false } }, true],
  ['one of several values', { 'spec.type': { $in: ['website', 'SERVICE'] } }, true],
  ['none of several values', { 'spec.type': { $in: [] } }, false],
  ['a prefix', { 'metadata.name': { $hasPrefix: 'Pay' } }, true],
  ['a list that contains a value', { 'metadata.tags': { $contains: 'PCI' } }, true],
  ['a list that contains an object', { 'metadata.links': { $contains: { title: 'docs' } } }, true],
  ['a list without such an object', { 'metadata.links': { $contains: { title: 'blog' } } }, false],
  ['every part of $all', { $all: [{ kind: 'component' }, { 'spec.type': 'service' }] }, true],
  ['one part of $any', { $any: [{ kind: 'api' }, { 'spec.type': 'service' }] }, true],
  ['the opposite of $not', { $not: { kind: 'api' } }, true],
  ['the empty object', {}, true],
];

describe('matchesPredicate', () => {
  test.each(cases)('%s', (_title, predicate, expected) => {
    expect(matchesPredicate(predicate, entity)).toBe(expected);
  });

  test.each(cases)('the schema takes the predicate of: %s', (_title, predicate) => {
    expect(parseShape(filterPredicateSchema, predicate).ok).toBe(true);
  });

  test('holds for nothing but $exists false where there is no value at all', () => {
    expect(matchesPredicate({ kind: 'component' }, undefined)).toBe(false);
    expect(matchesPredicate({ kind: { $exists: false } }, undefined)).toBe(true);
  });

  test.each([[{ $all: {} }], [{ $or: [] }], [{ kind: { $regex: 'x' } }], [{ $not: {}, kind: 'x' }], ['kind'], [null]])('the schema refuses %j', predicate => {
    expect(parseShape(filterPredicateSchema, predicate).ok).toBe(false);
  });
});
