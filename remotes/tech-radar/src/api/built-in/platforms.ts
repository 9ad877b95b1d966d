import { entriesOf } from './entry.ts';

const entry = entriesOf('platforms');

/** What our software runs on and keeps its data in. */
export const platforms = [
  entry(
    'Kubernetes',
    'Where every service runs. Teams get a namespace, quotas and the platform charts; nobody needs cluster access for daily work.',
    {
      history: [
        ['2025-04-07', 'adopt', 0],
        ['2021-02-01', 'adopt', 1],
        ['2019-06-03', 'trial', 2],
      ],
      links: [['Documentation', 'https://kubernetes.io/docs/']],
      tags: ['k8s'],
    },
  ),
  entry('PostgreSQL', 'The default database. One logical database per service; JSON columns before a second kind of store.', {
    history: [
      ['2026-03-02', 'adopt', 0, 'Version 18 everywhere; logical replication replaced the nightly dumps.'],
      ['2018-01-08', 'adopt', 0],
    ],
    links: [['Manual', 'https://www.postgresql.org/docs/current/']],
    tags: ['postgres'],
  }),
  entry(
    'OpenTelemetry',
    'The one way in which services emit traces, metrics and logs. Vendor agents are not installed any more.',
    {
      history: [
        ['2025-10-06', 'adopt', 1, 'Logs joined traces and metrics, so the old forwarder is gone.'],
        ['2023-05-08', 'trial', 1],
        ['2021-09-06', 'assess', 2],
      ],
      links: [['Documentation', 'https://opentelemetry.io/docs/']],
      tags: ['otel'],
    },
  ),
  entry(
    'Apache Kafka',
    'The backbone for events between domains. Schemas are registered and checked before a topic is created.',
    {
      history: [['2024-03-04', 'adopt', 0]],
      tags: ['kafka'],
    },
  ),
  entry(
    'Backstage-compatible developer portal',
    'One place for what exists, who owns it and how it is doing. Plugins ship without a release of the portal itself.',
    {
      history: [
        ['2026-03-02', 'trial', 1],
        ['2025-04-07', 'assess', 2],
      ],
      tags: ['developer-portal', 'portal'],
    },
  ),
  entry('Valkey', 'Replaces Redis as our cache. Wire compatible, so the change is an address in the configuration.', {
    history: [['2026-03-02', 'trial', 2, 'The search team moved first; no client had to change.']],
    links: [['Project', 'https://valkey.io/']],
  }),
  entry('Cloudflare Workers', 'Used for redirects and for image variants at the edge. Business logic stays in the clusters.', {
    history: [
      ['2025-10-06', 'trial', 0],
      ['2024-03-04', 'trial', 2],
    ],
  }),
  entry('DuckDB', 'Analyses over files in object storage without a warehouse. The finance reports take seconds on a laptop.', {
    history: [
      ['2025-10-06', 'trial', 1],
      ['2024-09-02', 'assess', 2],
    ],
    links: [['Why DuckDB', 'https://duckdb.org/why_duckdb']],
  }),
  entry(
    'Confidential computing',
    'Encrypted memory for the few services that see health data. Costs about 8 % throughput in our measurements.',
    {
      history: [['2025-04-07', 'assess', 2]],
    },
  ),
  entry('Arm servers', 'A third cheaper for the same throughput where all images are built for both architectures.', {
    history: [
      ['2026-03-02', 'adopt', 1, 'All base images are multi-architecture; half of the nodes are Arm.'],
      ['2024-03-04', 'trial', 2],
    ],
    tags: ['arm64'],
  }),
  entry(
    'Redis',
    'Licence changes made us look elsewhere. New caches start on Valkey; the old ones move with their next upgrade.',
    {
      history: [
        ['2026-03-02', 'hold', -1],
        ['2018-01-08', 'adopt', 0],
      ],
    },
  ),
  entry(
    'Self-managed MongoDB',
    'Four outages in two years had the same cause: nobody knew it well enough. PostgreSQL covers what we used it for.',
    {
      history: [
        ['2023-11-06', 'hold', -1],
        ['2019-06-03', 'trial', 0],
      ],
      tags: ['mongodb'],
    },
  ),
];
