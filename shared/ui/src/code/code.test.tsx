import { describe, expect, jest, test } from '@jest/globals';
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { CodeBlock, YamlView } from './code.ts';
import { tokenize } from './tokens.ts';
import type { CodeLanguage } from './tokens.ts';

const kindsOf = (text: string, language: CodeLanguage) =>
  tokenize(text, language).map(line => line.filter(({ kind }) => kind !== 'plain').map(({ kind, text: piece }) => `${kind}:${piece.trim()}`));

describe('tokenize', () => {
  test('knows keys, strings, numbers, literals and comments of YAML', () => {
    expect(
      kindsOf('# top\nname: cart # why\n"a b": \'it\'\'s\'\n- port: 80\n- true\nurl: http://a.b/#c\nlist: [x, 1, ~]\n---', 'yaml'),
    ).toEqual([
      ['comment:# top'],
      ['key:name', 'string:cart', 'comment:# why'],
      ['key:"a b"', "string:'it''s'"],
      ['key:port', 'number:80'],
      ['literal:true'],
      ['key:url', 'string:http://a.b/#c'],
      ['key:list', 'string:x', 'number:1', 'literal:~'],
      ['comment:---'],
    ]);
  });

  test('takes a block of text in YAML as text until the indentation ends', () => {
    expect(kindsOf('about: |\n  key: no\n\n  # no\nnext: 1', 'yaml')).toEqual([
      ['key:about'],
      ['string:key: no'],
      ['string:'],
      ['string:# no'],
      ['key:next', 'number:1'],
    ]);
  });

  test('knows keys, strings, numbers and literals of JSON', () => {
    expect(kindsOf('{ "a\\"b": [1, -2.5e3, "x", null], "c": true }', 'json')).toEqual([
      ['key:"a\\"b"', 'number:1', 'number:-2.5e3', 'string:"x"', 'literal:null', 'key:"c"', 'literal:true'],
    ]);
  });

  test('knows keywords, names, texts of several lines and comments of GraphQL and Protocol Buffers', () => {
    expect(kindsOf('type Query {\n  """\n  type: no\n  """\n  find(id: ID!): Page # why\n}', 'graphql')).toEqual([
      ['literal:type'],
      ['string:"""'],
      ['string:type: no'],
      ['string:"""'],
      ['key:find', 'key:id', 'comment:# why'],
      [],
    ]);
    expect(kindsOf('syntax = "proto3"; // 3\n/* rpc\n no */ rpc Pay(A) returns (B);\nint32 n = 1;', 'protobuf')).toEqual([
      ['literal:syntax', 'string:"proto3"', 'comment:// 3'],
      ['comment:/*', 'comment:rpc'],
      ['comment:no */', 'literal:rpc', 'key:Pay', 'literal:returns'],
      ['key:n', 'number:1'],
    ]);
  });

  test.each(['yaml', 'json', 'graphql', 'protobuf'] as const)('loses no character of a broken %s text', language => {
    const text = 'a: "open\n\t- \'x: {[,\n{{"b" :: |\n  - - -: #\n: : :\n/* """ // \n"\\';
    expect(tokenize(text, language).map(line => line.map(({ text: piece }) => piece).join('')).join('\n')).toBe(text);
  });
});

describe('CodeBlock', () => {
  test('shows a text as it is, markup too', () => {
    render(<CodeBlock label="page.html" text={'<img src=x onerror="alert(1)">\nb'} language="yaml" />);
    const region = screen.getByRole('region', { name: 'page.html' });
    expect(region).toHaveTextContent('<img src=x onerror="alert(1)"> b');
    expect(region.querySelector('img')).toBeNull();
  });

  test('copies the whole text and says so', async () => {
    const user = userEvent.setup();
    render(<CodeBlock label="code" text={'a: 1\nb: 2\n'} language="yaml" lineNumbers />);
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('Copied')).toBeVisible();
    expect(await navigator.clipboard.readText()).toBe('a: 1\nb: 2\n');
  });

  test('says when the browser refuses to copy', async () => {
    const user = userEvent.setup();
    render(<CodeBlock label="code" text="x" />);
    jest.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new DOMException('no'));
    await user.click(screen.getByRole('button', { name: 'Copy' }));
    expect(await screen.findByText('The browser does not let this page copy')).toBeVisible();
  });
});

describe('YamlView', () => {
  const value = { kind: 'Component', spec: { tags: ['a', 'b'], port: 80 } };

  test('shows a value as YAML', async () => {
    render(<YamlView label="Entity" value={value} />);
    const region = await screen.findByRole('region', { name: 'Entity' });
    expect(region.textContent).toBe('kind: Component\nspec:\n  tags:\n    - a\n    - b\n  port: 80\n');
  });

  test('shows a value as JSON', () => {
    render(<YamlView label="Entity" value={value} language="json" />);
    expect(JSON.parse(screen.getByRole('region', { name: 'Entity' }).textContent ?? '')).toEqual(value);
  });
});
