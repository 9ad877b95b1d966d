import type { AuditedRoute } from '@portico/backend-framework';

const remote = '/remotes/:remote';

/** What changes the registry, as the events that a log of the whole portal shows; the registry's own trail says more. */
export const auditedRoutes: readonly AuditedRoute[] = [
  { method: 'POST', path: '/remotes', eventId: 'remote-register' },
  { method: 'PATCH', path: remote, eventId: 'remote-change' },
  { method: 'DELETE', path: remote, eventId: 'remote-unregister', severityLevel: 'high' },
  { method: 'POST', path: `${remote}/versions`, eventId: 'version-publish', severityLevel: 'high' },
  { method: 'DELETE', path: `${remote}/versions/:version`, eventId: 'version-withdraw' },
  { method: 'PUT', path: `${remote}/channels/:channel`, eventId: 'channel-move', severityLevel: 'high' },
  { method: 'DELETE', path: `${remote}/channels/:channel`, eventId: 'channel-remove' },
  { method: 'POST', path: `${remote}/rollback`, eventId: 'remote-rollback', severityLevel: 'high' },
  { method: 'PUT', path: `${remote}/pins/:subject`, eventId: 'pin-set' },
  { method: 'DELETE', path: `${remote}/pins/:subject`, eventId: 'pin-remove' },
  { method: 'POST', path: '/release-sets', eventId: 'release-set', severityLevel: 'high' },
  { method: 'POST', path: '/audit/:entry/undo', eventId: 'change-undo', severityLevel: 'high' },
  { method: 'PUT', path: '/overrides/:remote', eventId: 'override-set' },
  { method: 'PATCH', path: '/overrides/:remote', eventId: 'override-renew' },
  { method: 'DELETE', path: '/overrides/:remote', eventId: 'override-reset' },
  { method: 'DELETE', path: '/overrides', eventId: 'override-reset' },
];
