import { afterEach, expect, test } from '@jest/globals';
import { running, stopAll } from '../../fixtures/running-backend.ts';
import { coreServices, createBackendPlugin } from '../../index.ts';
import type { UserInfoService } from '../../index.ts';

afterEach(stopAll);

test('the user behind credentials is told, and that a program is none', async () => {
  let userInfo: UserInfoService | undefined;
  const asker = createBackendPlugin({
    pluginId: 'asker',
    register: environment =>
      environment.registerInit({ deps: { service: coreServices.userInfo }, init: ({ service }) => void (userInfo = service) }),
  });
  await (await running({ features: [asker] })).started;
  const user = { userEntityRef: 'user:default/ada', ownershipEntityRefs: ['user:default/ada', 'group:default/team'], roles: ['viewer'] };
  expect(await userInfo?.getUserInfo({ principal: { type: 'user', ...user } })).toEqual(user);
  const program = { principal: { type: 'service', subject: 'external:ci', roles: [] } } as const;
  await expect(userInfo?.getUserInfo(program)).rejects.toMatchObject({ code: 'FRAMEWORK_PRINCIPAL_NOT_ALLOWED' });
});
