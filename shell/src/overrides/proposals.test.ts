import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import { proposals, takeProposals } from './proposals.ts';
import { readProposal } from './use-consent.ts';

const proposed = 'radar@http://localhost:3010/portico-plugin.json?a=b&c';

function open(address: string): boolean {
  window.history.replaceState({ kept: true }, '', address);
  return takeProposals();
}

beforeEach(() => {
  for (const text of proposals.get()) proposals.drop(text);
  sessionStorage.clear();
});

describe('what an address proposes', () => {
  test('is taken out of it, and nothing else is', () => {
    expect(open(`/radar?q=a%20b&portico-remote=${encodeURIComponent(proposed)}&portico-chaos=x:y#h`)).toBe(false);
    expect(window.location.href).toBe('http://localhost/radar?q=a%20b&portico-chaos=x:y#h');
    expect(window.history.state).toEqual({ kept: true });
    expect(proposals.get()).toEqual([proposed]);
  });

  test('may be several, each asked about once', () => {
    open(`/?portico-remote=a@http://localhost:1/&portico-remote=b@http://localhost:2/&portico-remote=a@http://localhost:1/`);
    expect(window.location.href).toBe('http://localhost/');
    expect(proposals.get()).toEqual(['a@http://localhost:1/', 'b@http://localhost:2/']);
  });

  test('waits in its tab for a sign-in that leads away and back', () => {
    open(`/?portico-remote=${encodeURIComponent(proposed)}`);
    const before = sessionStorage.getItem('portico:proposed-remotes');
    for (const text of proposals.get()) proposals.drop(text);
    sessionStorage.setItem('portico:proposed-remotes', before ?? '');
    open('/catalog');
    expect(proposals.get()).toEqual([proposed]);
    proposals.drop(proposed);
    expect(sessionStorage.getItem('portico:proposed-remotes')).toBeNull();
  });

  test('is dropped when it asks for a reset, with all that waits', () => {
    open(`/?portico-remote=${encodeURIComponent(proposed)}`);
    expect(open('/radar?portico-remote=reset&x=1')).toBe(true);
    expect(window.location.href).toBe('http://localhost/radar?x=1');
    expect(proposals.get()).toEqual([]);
  });

  test('is nothing where the parameter is missing, or the storage was tampered with', () => {
    for (const text of ['{', '{"a":1}', '[1, null]']) {
      sessionStorage.setItem('portico:proposed-remotes', text);
      expect(open('/radar?portico-remotes=a@b&x=portico-remote')).toBe(false);
      expect(proposals.get()).toEqual([]);
    }
    expect(window.location.search).toBe('?portico-remotes=a@b&x=portico-remote');
  });

  test('tells its listeners', () => {
    const listener = jest.fn();
    const stop = proposals.subscribe(listener);
    proposals.add('a@x');
    proposals.add('a@x');
    proposals.drop('a@x');
    stop();
    proposals.add('b@x');
    expect(listener).toHaveBeenCalledTimes(3);
  });

  test('has the address behind the first sign', () => {
    expect(readProposal('radar@http://localhost:1/@x')).toEqual({ remote: 'radar', url: 'http://localhost:1/@x' });
    expect(readProposal('radar')).toEqual({ remote: 'radar', url: '' });
  });
});
