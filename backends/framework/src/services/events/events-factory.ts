import { boundToScope, releaseWithRun } from '../../wiring/plugin-scope.ts';
import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { eventHubRef } from '../internal-services.ts';
import type { EventsService } from './events-service.ts';

/** All plugins of a process share one hub. */
export const eventsFactory = createServiceFactory({
  service: coreServices.events,
  deps: { hub: eventHubRef },
  factory: ({ hub }): EventsService => ({
    publish: hub.publish,
    subscribe(topic, listener) {
      const end = hub.subscribe(topic, boundToScope(listener));
      releaseWithRun(end);
      return end;
    },
  }),
});
