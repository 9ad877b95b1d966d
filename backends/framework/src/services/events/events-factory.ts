import { createServiceFactory } from '../../wiring/service-ref.ts';
import { coreServices } from '../core-services.ts';
import { eventHubRef } from '../internal-services.ts';

/** All plugins of a process share one hub. */
export const eventsFactory = createServiceFactory({
  service: coreServices.events,
  deps: { hub: eventHubRef },
  factory: ({ hub }) => hub,
});
