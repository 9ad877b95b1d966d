import { describe, expect, test } from '@jest/globals';
import { jsonFault } from './index.ts';

const faultOf = (text: string): string | undefined => jsonFault(new TextEncoder().encode(text));

describe('JSON that every reader takes for the same', () => {
  test.each([
    '{}',
    '{"a":1,"b":{"a":1},"c":[{"a":1},{"a":2}]}',
    '{"a":"b","b":"a"}',
    '{"a":"\\"a\\":1","b":":"}',
    '["a","a",{"a":"a"},"a"]',
    '{"":1,"{":2,"}":3,":":4}',
    `${'['.repeat(100)}${']'.repeat(100)}`,
    '"a"',
    '',
  ])('has no fault: %s', text => expect(faultOf(text)).toBeUndefined());

  test.each([
    ['{"a":1,"a":2}', 'the key "a" twice in one object'],
    ['{"a" : 1 , "b" : {"c":1,"c":2}}', 'the key "c" twice in one object'],
    ['{"a":{"b":1},"a":{"b":1}}', 'the key "a" twice in one object'],
    ['{"a":1,"\\u0061":2}', 'the key "a" twice in one object'],
    ['{"__proto__":1,"__proto__":2}', 'the key "__proto__" twice in one object'],
    [`${'['.repeat(10_000)}${']'.repeat(10_000)}`, 'more than 100 levels of objects and lists'],
    ['{"a":'.repeat(101), 'more than 100 levels of objects and lists'],
    ['\ufeff{}', 'a byte order mark at its beginning'],
  ])('is told by its fault: %.30s', (text, fault) => expect(faultOf(text)).toBe(fault));

  test('is UTF-8', () => {
    expect(jsonFault(Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d))).toBe('bytes that are not UTF-8');
  });

  test.each(['{"a', '{"a\\', '{"\\x":1,"\\x":2', ':::', ']]]', '"'.repeat(100_000), '"\\'.repeat(50_000)])('is not asked of what is no JSON: %.20s', text => {
    expect([undefined, 'the key "\\x" twice in one object']).toContain(faultOf(text));
  });
});
