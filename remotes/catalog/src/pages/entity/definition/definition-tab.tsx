import type { Entity } from '@portico/plugin-catalog-common';
import { Badge } from '@portico/ui/badge';
import { Card } from '@portico/ui/card';
import { EmptyState } from '@portico/ui/states';
import { Table } from '@portico/ui/table';
import type { TableColumn } from '@portico/ui/table';
import { useMemo } from 'react';
import type { ReactElement } from 'react';
import { textAt } from '../../../components/text-at.ts';
import styles from './definition.module.css';
import { openApiOperations } from './openapi-operations.ts';
import type { OpenApiOperation } from './openapi-operations.ts';
import { SourceText } from './source-text.tsx';

const languages: Readonly<Record<string, string>> = { openapi: 'OpenAPI', asyncapi: 'AsyncAPI', graphql: 'GraphQL', grpc: 'Protocol Buffers' };

const columns: readonly TableColumn<OpenApiOperation>[] = [
  { id: 'method', header: 'Method', cell: ({ method }) => <code className={styles.method}>{method}</code>, width: '7rem' },
  { id: 'path', header: 'Path', cell: ({ path }) => <code className={styles.path}>{path}</code>, rowHeader: true, width: '40%' },
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

/** The definition of an API: for OpenAPI its operations, and for all the text itself. */
export default function DefinitionTab({ entity }: { readonly entity: Entity }): ReactElement {
  const type = textAt(entity, 'type') ?? '';
  const definition = textAt(entity, 'definition');
  const operations = useMemo(
    () => (type === 'openapi' && definition !== undefined ? openApiOperations(definition) : []),
    [type, definition],
  );
  if (definition === undefined) {
    return <EmptyState title="No definition" description="Its file names no text under spec.definition." />;
  }
  return (
    <>
      {operations.length > 0 ? (
        <Card title="Operations" subtitle={String(operations.length)} padding="none">
          <Table label="Operations" columns={columns} rows={operations} rowKey={({ method, path }) => `${method} ${path}`} />
        </Card>
      ) : null}
      <Card title={languages[type] ?? 'Definition'} padding="none">
        <SourceText label="Definition" text={definition} />
      </Card>
    </>
  );
}
