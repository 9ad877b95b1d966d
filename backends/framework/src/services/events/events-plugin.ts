import type { Request } from 'express';
import { createError, frameworkErrors } from '@portico/errors';
import { createBackendPlugin } from '../../wiring/create-backend-plugin.ts';
import { coreServices } from '../core-services.ts';
import { eventHubRef } from '../internal-services.ts';
import { sharesDatabase } from '../database/shares-database.ts';
import { openEventStream } from './event-stream.ts';
import { shareTopics } from './share-topics.ts';
import { createTopicStore, topicMigrations } from './topic-store.ts';

const topicPattern = /^[A-Za-z][\w.-]{0,63}$/;
const topicLimit = 32;

function topicsOf(request: Request): string[] {
  const received = String(request.query.topics ?? '');
  const topics = [...new Set(received.split(',').map(topic => topic.trim()))];
  if (topics.length > topicLimit || !topics.every(topic => topicPattern.test(topic))) {
    throw createError(frameworkErrors.TOPICS_INVALID, { limit: topicLimit, received: received.slice(0, 200) });
  }
  return topics;
}

/** Serves `GET /api/events?topics=`, the one stream through which browsers hear of changes. */
export const eventsPlugin = createBackendPlugin({
  pluginId: 'events',
  register(environment) {
    environment.registerInit({
      deps: {
        database: coreServices.database,
        hub: eventHubRef,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        metrics: coreServices.metrics,
        rootConfig: coreServices.rootConfig,
        rootLifecycle: coreServices.rootLifecycle,
      },
      async init({ database, hub, httpAuth, httpRouter, lifecycle, logger, metrics, rootConfig, rootLifecycle }) {
        const { Router } = await import('express');
        const open = new Set<() => void>();
        let sequence = 0;
        metrics.observeGauge({ name: 'streams_open', help: 'Event streams of browsers' }, () => [{ value: open.size }]);
        if (sharesDatabase(rootConfig, 'events')) {
          await database.migrate(topicMigrations);
          lifecycle.addShutdownHook(shareTopics({ hub, store: createTopicStore(await database.getClient()), logger }));
        }
        const router = Router();
        router.get('/', async (request, response) => {
          const { principal } = await httpAuth.credentials(request);
          const topics = topicsOf(request);
          const endsAt = principal.type === 'user' ? principal.expiresAt : undefined;
          const end = openEventStream(response, { hub, topics, nextSequence: () => ++sequence, endsAt });
          open.add(end);
          response.once('close', () => open.delete(end));
        });
        httpRouter.use(router);
        rootLifecycle.addBeforeShutdownHook(() => open.forEach(end => end()));
      },
    });
  },
});
