import { entriesOf } from './entry.ts';

const entry = entriesOf('tools');

/** What we build, test and operate with. */
export const tools = [
  entry('Playwright', 'Journeys through the built product with role locators and no sleeps. Traces come with each failure.', {
    history: [
      ['2025-04-07', 'adopt', 1],
      ['2023-05-08', 'trial', 1],
      ['2022-01-10', 'assess', 2],
    ],
    links: [['Documentation', 'https://playwright.dev/']],
  }),
  entry('CircleCI', 'Where builds run. Pipelines come from the shared orb; a new service needs ten lines.', {
    history: [['2022-01-10', 'adopt', 0]],
    links: [['Orbs', 'https://circleci.com/docs/orb-intro/']],
  }),
  entry('Terraform', 'Cloud resources as code, applied by pipelines only. Modules live in one catalogue with owners.', {
    history: [
      ['2024-09-02', 'adopt', 0, 'We watch the licence; OpenTofu plans of our modules are identical so far.'],
      ['2020-02-03', 'adopt', 1],
    ],
  }),
  entry('Lighthouse', 'Audits of every public page, weekly and on release, with scores on the component page of its team.', {
    history: [
      ['2025-10-06', 'adopt', 1],
      ['2024-03-04', 'trial', 2],
    ],
    links: [['Documentation', 'https://developer.chrome.com/docs/lighthouse/']],
  }),
  entry(
    'Renovate',
    'Dependency updates in small, grouped, automatically merged requests. Teams without it were two majors behind on average.',
    {
      history: [
        ['2024-03-04', 'adopt', 1],
        ['2022-05-02', 'trial', 2],
      ],
    },
  ),
  entry('Grafana', 'Dashboards for traces, metrics and logs in one place. Dashboards are code and reviewed like it.', {
    history: [['2023-11-06', 'adopt', 0]],
  }),
  entry(
    'Rspack',
    'Builds our largest application in a sixth of the time with the same configuration. Some plugins still miss hooks.',
    {
      history: [
        ['2026-03-02', 'trial', 1],
        ['2025-04-07', 'assess', 2],
      ],
      links: [['Guide', 'https://rspack.rs/guide/start/introduction']],
    },
  ),
  entry('Testcontainers', 'Real databases in tests instead of mocks. Needs a container runtime on the build machine.', {
    history: [
      ['2025-10-06', 'trial', 0],
      ['2023-05-08', 'trial', 2],
    ],
  }),
  entry('OpenTofu', 'The open fork of Terraform. State encryption alone could make it worth the change.', {
    history: [
      ['2025-10-06', 'assess', 0],
      ['2024-09-02', 'assess', 2],
    ],
  }),
  entry(
    'Jujutsu',
    'A version control client on top of Git repositories with first-class conflicts. A few people use it daily; nobody else notices.',
    {
      history: [['2026-03-02', 'assess', 2]],
      tags: ['jj'],
    },
  ),
  entry(
    'Jenkins',
    'The last controller runs four release jobs and is patched by one person. Move them to the shared pipelines.',
    {
      history: [
        ['2022-05-02', 'hold', -1],
        ['2018-01-08', 'adopt', 0],
      ],
    },
  ),
  entry('Selenium', 'Replaced by Playwright. The suites that are left are kept only until their product is retired.', {
    history: [
      ['2023-05-08', 'hold', -1],
      ['2019-01-07', 'adopt', 0],
    ],
  }),
];
