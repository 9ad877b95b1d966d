import { entriesOf } from './entry.ts';

const entry = entriesOf('languages');

/** Languages and frameworks. */
export const languages = [
  entry(
    'TypeScript',
    'The language of every browser application and of most services that have no hard latency goal. Strict mode is not optional.',
    {
      history: [
        ['2026-03-02', 'adopt', 0, 'Type stripping in Node removed the last build step from our services.'],
        ['2023-05-08', 'adopt', 1],
        ['2021-09-06', 'trial', 2],
      ],
      links: [['Handbook', 'https://www.typescriptlang.org/docs/handbook/intro.html']],
      tags: ['ts'],
    },
  ),
  entry(
    'React',
    'What our user interfaces are made of. Function components and hooks only; the compiler is on where a project has no exceptions.',
    {
      history: [
        ['2025-10-06', 'adopt', 0],
        ['2020-02-03', 'adopt', 2],
      ],
      links: [['Documentation', 'https://react.dev/']],
    },
  ),
  entry(
    'Java',
    'The language of the order and payment domain. New services use the current long-term release and virtual threads in place of reactive code.',
    {
      history: [
        ['2026-03-02', 'adopt', 0, 'All services run on version 25.'],
        ['2019-01-07', 'adopt', 0],
      ],
      tags: ['jvm'],
    },
  ),
  entry('Go', 'For small infrastructure services and command-line tools that ship as one file. The standard library first.', {
    history: [
      ['2025-04-07', 'adopt', 1, 'Three teams run it in production, and the on-call guide covers it.'],
      ['2023-11-06', 'trial', 1],
      ['2022-05-02', 'assess', 2],
    ],
    links: [['Effective Go', 'https://go.dev/doc/effective_go']],
    tags: ['golang'],
  }),
  entry(
    'Spring Boot',
    'Our frame for Java services: the platform starter brings health, metrics and sign-in. Keep to the starters that it lists.',
    {
      history: [['2024-03-04', 'adopt', 0]],
      links: [['Reference', 'https://docs.spring.io/spring-boot/']],
      tags: ['spring'],
    },
  ),
  entry(
    'Rust',
    'Two services on the hot path of pricing moved to it and need a fifth of the memory. Hiring and review take longer; plan for both.',
    {
      history: [
        ['2026-03-02', 'trial', 1, 'The pricing engine has been in production for six months without an incident of its own.'],
        ['2024-09-02', 'assess', 2],
      ],
      links: [['The book', 'https://doc.rust-lang.org/book/']],
    },
  ),
  entry('Kotlin', 'Pleasant on Android and in new JVM services of teams that already know it. We do not rewrite Java into it.', {
    history: [
      ['2024-09-02', 'trial', 0],
      ['2022-05-02', 'trial', 1],
    ],
  }),
  entry(
    'Python',
    'The language of data work and of model services. Typed with pyright in strict mode, locked with uv. Not for request paths under 20 ms.',
    {
      history: [
        ['2025-10-06', 'adopt', 1],
        ['2020-02-03', 'trial', 0],
      ],
      tags: ['py'],
    },
  ),
  entry(
    'Elixir',
    'The notification team tried it for long-lived connections: superb at that, but two people are not a bus factor.',
    {
      history: [
        ['2025-10-06', 'assess', 0],
        ['2024-03-04', 'assess', 2],
      ],
    },
  ),
  entry(
    'WebAssembly components',
    'A way to run customer plug-ins in a sandbox without a container each. The component model settles; tooling still changes monthly.',
    {
      history: [['2026-03-02', 'assess', 2]],
      links: [['Component model', 'https://component-model.bytecodealliance.org/']],
      tags: ['wasm'],
    },
  ),
  entry('AngularJS', 'Out of support since 2022. Two back-office screens are left; both have a date for their replacement.', {
    history: [
      ['2022-01-10', 'hold', -1],
      ['2019-01-07', 'adopt', 0],
    ],
    tags: ['angular-js'],
  }),
];
