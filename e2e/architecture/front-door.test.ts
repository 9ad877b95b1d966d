import { describe, expect, test } from '@jest/globals';
import { answersFile, renderAnswers } from './front-door/answers.ts';
import { read, repositoryFiles } from './repository/source-files.ts';

const files = repositoryFiles().filter(file => /^nginx\/.+\.conf$/.test(file));

describe('the configuration of nginx', () => {
  test('answers in the words of the error catalogue: node --conditions=@portico/source e2e/architecture/front-door/main.ts writes them', () => {
    expect(read(answersFile)).toBe(renderAnswers());
  });

  test('is named in nginx.conf and conf.d by includes only', () => {
    const lines = read('nginx/nginx.conf').split('\n').map(line => line.trim());
    expect(lines.filter(line => line !== '' && !/^(#.*|include [\w/.*-]+;|events \{|http \{|\})$/.test(line))).toEqual([]);
  });

  test('has no snippet that nothing includes', () => {
    const text = files.map(read).join('\n');
    expect(files.filter(file => file.includes('/snippets/') && !text.includes(`include ${file.slice('nginx/'.length)};`))).toEqual([]);
  });

  test('names no place that the start does not fill', () => {
    const start = read('nginx/start.sh');
    const places = new Set(files.flatMap(file => [...read(file).matchAll(/\$\{(PORTICO_[A-Z_]+)\}/g)].map(match => match[1] ?? '')));
    expect([...places].filter(place => !start.includes(`${place}=`))).toEqual([]);
  });
});
