import { beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { RegistryNotice } from '@portico/contracts';
import { tellNotice } from './tell-notice.ts';

const notice: RegistryNotice = {
  kind: 'rolled-back', remote: 'radar', channel: 'stable', from: '1.1.0', to: '1.0.0', audit: 7, at: '2026-11-21T10:00:00Z',
  publishers: ['group:default/insight'], message: '1.1.0 had 6 errors in 6 loads',
};
const owner = { roles: ['viewer'], ownershipEntityRefs: ['user:default/ada', 'group:default/insight'] };
const post = jest.fn();

function tell(payload: unknown, user = owner): void {
  tellNotice(payload, { user, remotes: [{ id: 'radar', title: 'Tech Radar' }], notifications: { post }, storage: localStorage });
}

beforeEach(() => {
  post.mockClear();
  localStorage.clear();
});

describe('what the registry did by itself', () => {
  test('is told to those whom the plugin belongs to and to the app team, to nobody else', () => {
    tell(notice, { roles: ['viewer'], ownershipEntityRefs: ['user:default/bob'] });
    expect(post).not.toHaveBeenCalled();
    tell(notice);
    expect(post).toHaveBeenCalledWith({
      severity: 'warning',
      message: 'Version 1.1.0 of Tech Radar was taken back by itself; people get 1.0.0 again.',
      description: '1.1.0 had 6 errors in 6 loads',
    });
    tell({ ...notice, audit: 8 }, { roles: ['portal-admin'], ownershipEntityRefs: [] });
    expect(post).toHaveBeenCalledTimes(2);
  });

  test('is told once in a browser, though every stream begins with it', () => {
    tell(notice);
    tell(notice);
    expect(post).toHaveBeenCalledTimes(1);
  });

  test('is told also where there was nothing to go back to', () => {
    tell({ ...notice, kind: 'alert', to: undefined });
    expect(post).toHaveBeenCalledWith(expect.objectContaining({ message: 'Version 1.1.0 of Tech Radar fails, and there is no earlier version.' }));
    tell({ kind: 'something else' });
    expect(post).toHaveBeenCalledTimes(1);
  });
});
