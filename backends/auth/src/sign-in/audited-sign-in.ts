import { audited } from '@portico/backend-framework';
import type { AuditorService } from '@portico/backend-framework';
import type { IssuedSession } from '../sessions/session-tokens.ts';
import type { SignInService } from './sign-in-service.ts';

const userOf = ({ session }: Pick<IssuedSession, 'session'>) => ({ userEntityRef: session.user.entityRef });

/** Says who signed in and out, and whose attempts failed. */
export function auditSignIn(service: SignInService, auditor: AuditorService): SignInService {
  const signIn = (provider: string) => ({ auditor, eventId: 'user-sign-in', severityLevel: 'medium', meta: { provider }, metaOf: userOf }) as const;
  return {
    ...service,
    signIn: (configured, result) => audited(signIn(configured.id), () => service.signIn(configured, result)),
    signInGuest: () => audited(signIn('guest'), () => service.signInGuest()),
    signOut: secrets => audited({ auditor, eventId: 'user-sign-out' }, () => service.signOut(secrets)),
  };
}
