import type { Entity } from '@portico/plugin-catalog-common';
import { Badge } from '@portico/ui/badge';
import type { BadgeTone } from '@portico/ui/badge';
import { Card } from '@portico/ui/card';
import { CodeBlock } from '@portico/ui/code';
import type { CodeLanguage } from '@portico/ui/code';
import { Markdown } from '@portico/ui/markdown';
import { EmptyState } from '@portico/ui/states';
import { Table } from '@portico/ui/table';
import type { TableColumn } from '@portico/ui/table';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { textAt } from '../../../components/text-at.ts';
import styles from './definition.module.css';
import { apiOutline } from './operations/api-outline.ts';
import type { Operation } from './operations/operation.ts';

const formats: Readonly<Record<string, string>> = { openapi: 'OpenAPI', asyncapi: 'AsyncAPI', graphql: 'GraphQL', grpc: 'Protocol Buffers' };

/** What changes nothing is calm; what removes is not. */
const tones: Readonly<Record<string, BadgeTone>> = {
  GET: 'info',
  HEAD: 'info',
  POST: 'success',
  PUT: 'warning',
  PATCH: 'warning',
  DELETE: 'danger',
  QUERY: 'info',
  MUTATION: 'success',
  SUBSCRIPTION: 'warning',
  SEND: 'success',
  PUBLISH: 'success',
  RECEIVE: 'info',
  SUBSCRIBE: 'info',
};

const columns: readonly TableColumn<Operation>[] = [
  {
    id: 'operation',
    header: 'Operation',
    cell: ({ verb, name }) => (
      <span className={styles.operation}>
        <Badge tone={tones[verb] ?? 'neutral'}>{verb}</Badge> <code>{name}</code>
      </span>
    ),
    rowHeader: true,
    width: '55%',
  },
  {
    id: 'summary',
    header: 'Summary',
    cell: ({ summary, deprecated }) => (
      <>
        {summary} {deprecated ? <Badge tone="warning">deprecated</Badge> : null}
      </>
    ),
  },
];

/** Some formats know no summaries: a column of blanks would be for nothing. */
const saysMore = ({ summary, deprecated }: Operation): boolean => Boolean(summary) || Boolean(deprecated);

const keyOf = ({ verb, name }: Operation): string => `${verb} ${name}`;

/** The definition of an API: what can be done with it, where the format is known, and its text. */
export default function DefinitionTab({ entity }: { readonly entity: Entity }): ReactElement {
  const type = (textAt(entity, 'type') ?? '').toLowerCase();
  const definition = textAt(entity, 'definition');
  const outline = useMemo(() => apiOutline(type, definition ?? ''), [type, definition]);
  if (definition === undefined) {
    return <EmptyState title="No definition" description="Its file names no text under spec.definition." />;
  }
  const { operations, title, version, description } = outline;
  const format = formats[type] ?? 'Definition';
  const facts = [format, ...(description === undefined && version !== undefined ? [`version ${version}`] : [])].join(', ');
  return (
    <>
      {description === undefined ? null : (
        <Card title={title ?? format} {...(version === undefined ? {} : { subtitle: `Version ${version}` })} size="wide">
          <Markdown text={description} size="small" headingLevel={3} />
        </Card>
      )}
      {operations.length > 0 ? (
        <Card title="Operations" subtitle={`${operations.length} in ${facts}`} padding="none">
          <Table label="Operations" columns={columns} visibleColumns={operations.some(saysMore) ? ['summary'] : []} rows={operations} rowKey={keyOf} />
        </Card>
      ) : null}
      <CodeBlock label="Definition" text={definition} language={languageOf(type, definition)} lineNumbers maxHeight="75vh" />
    </>
  );
}

function languageOf(type: string, definition: string): CodeLanguage {
  if (type === 'graphql') return 'graphql';
  if (type === 'grpc') return 'protobuf';
  if (/^\s*[{[]/.test(definition)) return 'json';
  return type === 'openapi' || type === 'asyncapi' ? 'yaml' : 'text';
}
