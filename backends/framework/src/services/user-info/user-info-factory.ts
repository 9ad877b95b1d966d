import { createError, frameworkErrors } from '@portico/errors';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { isPrincipal } from '../auth/credentials.ts';

/** The token says it all, so nobody needs to be asked. */
export const userInfoFactory = createServiceFactory({
  service: coreServices.userInfo,
  deps: {},
  factory: () => ({
    async getUserInfo(credentials) {
      if (!isPrincipal(credentials, 'user')) {
        throw createError(frameworkErrors.PRINCIPAL_NOT_ALLOWED, { expected: 'user', received: credentials.principal.type });
      }
      const { userEntityRef, ownershipEntityRefs, roles } = credentials.principal;
      return { userEntityRef, ownershipEntityRefs, roles };
    },
  }),
});
