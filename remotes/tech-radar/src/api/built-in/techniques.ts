import { entriesOf } from './entry.ts';

const entry = entriesOf('techniques');

/** Ways of working. */
export const techniques = [
  entry(
    'Trunk-based development',
    'Short-lived branches, merged at least daily, behind feature flags when unfinished. Release branches are for libraries only.',
    {
      history: [
        ['2024-09-02', 'adopt', 0],
        ['2021-09-06', 'adopt', 1],
      ],
      links: [['Trunk Based Development', 'https://trunkbaseddevelopment.com/']],
    },
  ),
  entry(
    'Architecture decision records',
    'A page in the repository for every choice that is hard to undo: context, decision, consequences.',
    {
      history: [
        ['2023-05-08', 'adopt', 1],
        ['2022-01-10', 'trial', 2],
      ],
      links: [['Templates', 'https://adr.github.io/']],
      tags: ['adr'],
    },
  ),
  entry(
    'Contract tests',
    'One suite for every implementation of an interface. It replaced most of our end-to-end tests between services.',
    {
      history: [
        ['2025-10-06', 'adopt', 1, 'The shared test cluster was switched off.'],
        ['2024-03-04', 'trial', 0],
        ['2023-05-08', 'trial', 2],
      ],
    },
  ),
  entry(
    'Error budgets',
    'Each tier-one service has an objective; when the budget is spent, reliability work comes before features.',
    {
      history: [['2025-04-07', 'adopt', 0]],
      links: [['Site reliability workbook', 'https://sre.google/workbook/error-budget-policy/']],
      tags: ['slo'],
    },
  ),
  entry(
    'Micro frontends by module federation',
    'Plugins of the portal are built and released by their teams and loaded at runtime. Worth its cost only where many teams share one page.',
    {
      history: [
        ['2026-03-02', 'trial', 1, 'A plugin update reaches open sessions in seconds; nobody waits for a portal release.'],
        ['2025-04-07', 'assess', 2],
      ],
      links: [['Module Federation', 'https://module-federation.io/']],
      tags: ['module-federation', 'micro-frontends'],
    },
  ),
  entry('Passkeys', 'Sign-in without passwords for employees; customers follow when account recovery is solved.', {
    history: [
      ['2026-03-02', 'trial', 1],
      ['2024-09-02', 'assess', 2],
    ],
    links: [['passkeys.dev', 'https://passkeys.dev/']],
    tags: ['webauthn'],
  }),
  entry(
    'Software bills of materials',
    'Every image carries a list of what is in it, signed at build time. Advisories find their services within minutes.',
    {
      history: [['2025-10-06', 'trial', 2]],
      tags: ['sbom'],
    },
  ),
  entry(
    'Pair review of generated code',
    'Generated changes are prepared in a sandbox; two people review them together and own the merge. Good for migrations, weak for design.',
    {
      history: [['2026-03-02', 'trial', 2]],
    },
  ),
  entry(
    'Local-first applications',
    'The field app for warehouse staff works without a network and merges later. Conflict rules take most of the design time.',
    {
      history: [
        ['2025-10-06', 'assess', 0],
        ['2024-09-02', 'assess', 2],
      ],
    },
  ),
  entry(
    'Formal specification with TLA+',
    'The inventory team found a lost-update fault in a protocol before it was built. A week to learn, for protocols only.',
    {
      history: [['2026-03-02', 'assess', 2]],
      tags: ['tla'],
    },
  ),
  entry(
    'Shared databases between services',
    'Every schema change becomes a meeting. Publish events or an API; the last three cases are being taken apart.',
    {
      history: [['2021-02-01', 'hold', 0]],
    },
  ),
  entry('Long-lived feature branches', 'Merges that take days and break what was tested. Use flags.', {
    history: [['2022-05-02', 'hold', -1]],
  }),
];
