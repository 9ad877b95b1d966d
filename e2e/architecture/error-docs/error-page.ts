import * as errors from '@portico/errors';
import type { ErrorDefinition } from '@portico/errors';

/** The catalogue's file that holds the documentation. */
export const errorPageFile = 'shared/errors/ERRORS.md';

/** The catalogue by subject: each export of `@portico/errors` whose name ends in `Errors`. */
export function catalogue(): ReadonlyMap<string, readonly ErrorDefinition[]> {
  const groups = Object.entries(errors)
    .filter(([name]) => name.endsWith('Errors') && name !== 'defineErrors')
    .map(([name, group]) => [name.slice(0, -'Errors'.length), Object.values(group as Record<string, ErrorDefinition>)] as const);
  return new Map(groups.sort(([left], [right]) => left.localeCompare(right)));
}

function section(definition: ErrorDefinition): string {
  return [
    `### ${definition.code}`,
    '',
    `${definition.name} (HTTP ${errors.statusOf(definition.name)})`,
    '',
    `> ${definition.message}`,
    '',
    `Fix: ${definition.fix}.`.replace(/\.\.$/, '.'),
    '',
  ].join('\n');
}

/** The whole page, made from the catalogue. */
export function renderErrorPage(): string {
  const subjects = [...catalogue()].map(([subject, definitions]) => {
    const title = subject.replace(/([A-Z])/g, ' $1').toLowerCase();
    return [`## ${title}`, '', ...definitions.map(section)].join('\n');
  });
  return [
    '# Errors',
    '',
    'Every error that Portico reports, by subject. `npm run docs:errors` writes this page from the catalogue; a test compares them.',
    'Words in braces stand for values of the moment. Codes are never used again for another meaning.',
    '',
    ...subjects,
  ].join('\n');
}
