import { audited } from '@portico/backend-framework';
import type { AuditorService } from '@portico/backend-framework';
import type { RefreshService } from './refresh-service.ts';

/** Says who had an entity read anew. */
export function auditRefresh(service: RefreshService, auditor: AuditorService): RefreshService {
  return {
    ...service,
    refreshEntity: ref => audited({ auditor, eventId: 'entity-refresh', meta: { entityRef: ref } }, () => service.refreshEntity(ref)),
  };
}
