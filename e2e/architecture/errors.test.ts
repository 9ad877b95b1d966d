import { describe, expect, test } from '@jest/globals';
import { catalogue, errorPageFile, renderErrorPage } from './error-docs/error-page.ts';
import { isCode, read, repositoryFiles } from './repository/source-files.ts';

const definitions = [...catalogue().values()].flat();
const page = read(errorPageFile);
const documented = [...page.matchAll(/^### (\S+)$/gm)].map(match => match[1]);

describe('the error catalogue', () => {
  test('documents every code', () => {
    expect(definitions.map(definition => definition.code).filter(code => !documented.includes(code))).toEqual([]);
  });

  test('has every code that is documented', () => {
    expect(documented.filter(code => !definitions.some(definition => definition.code === code))).toEqual([]);
  });

  test('and its page say the same words', () => {
    expect(page).toBe(renderErrorPage());
  });

  test('uses each code once', () => {
    const codes = definitions.map(definition => definition.code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  test('tells in every entry what happened and what to do', () => {
    expect(definitions.filter(definition => definition.message.length < 15 || definition.fix.length < 10)).toEqual([]);
  });

  test('holds no entry that nothing throws', () => {
    const text = repositoryFiles()
      .filter(file => isCode(file) && !/\.test\.tsx?$/.test(file) && !file.startsWith('shared/errors/'))
      .map(read)
      .join('\n');
    const unused = [...catalogue()].flatMap(([subject, entries]) =>
      entries.filter(({ code }) => {
        const key = code.slice(subject.replace(/([A-Z])/g, '_$1').length + 1);
        return !text.includes(`${subject}Errors.${key}`);
      }),
    );
    expect(unused.map(({ code }) => code)).toEqual([]);
  });
});
