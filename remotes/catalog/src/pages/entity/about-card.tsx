import {
  ANNOTATION_EDIT_URL,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@portico/plugin-catalog-common';
import type { Entity } from '@portico/plugin-catalog-common';
import { EntityRefLink } from '@portico/plugin-catalog-react/entity-ref-link';
import { Card } from '@portico/ui/card';
import { TextLink } from '@portico/ui/link';
import { Markdown } from '@portico/ui/markdown';
import { Fragment } from 'react';
import type { ReactElement, ReactNode } from 'react';
import { CopyButton } from '../../components/copy-button.tsx';
import { TagList } from '../../components/tag-list.tsx';
import { emailOf } from '../../components/email-of.ts';
import { webAddress } from '../../components/web-address.ts';
import styles from './cards.module.css';

/** What the entity is, in its own words, and where it belongs. */
export function AboutCard({ entity }: { readonly entity: Entity }): ReactElement {
  const { description, tags = [], labels = {}, annotations = {} } = entity.metadata;
  const ref = stringifyEntityRef(entity);
  const email = emailOf(entity);
  const source = webAddress(annotations[ANNOTATION_SOURCE_LOCATION]?.replace(/^url:/, ''));
  const viewUrl = webAddress(annotations[ANNOTATION_VIEW_URL]);
  const editUrl = webAddress(annotations[ANNOTATION_EDIT_URL]);
  return (
    <Card
      title="About"
      actions={
        viewUrl || editUrl ? (
          <>
            {viewUrl ? <TextLink href={viewUrl}>View source</TextLink> : null}
            {editUrl ? <TextLink href={editUrl}>Edit</TextLink> : null}
          </>
        ) : undefined
      }
    >
      {description ? (
        <Markdown text={description} size="small" headingLevel={3} {...(source === undefined ? {} : { baseUrl: source })} />
      ) : (
        <p className={styles.none}>No description.</p>
      )}
      <dl className={styles.facts}>
        <Fact label="Reference">
          <span className={styles.copied}>
            <code>{breakable(ref)}</code>
            <CopyButton text={ref} what="Reference" />
          </span>
        </Fact>
        {email ? (
          <Fact label="Email">
            <TextLink href={`mailto:${email}`}>{email}</TextLink>
          </Fact>
        ) : null}
        <RelatedFact entity={entity} type={RELATION_PART_OF} label="Part of" />
        {tags.length > 0 ? (
          <Fact label="Tags">
            <TagList tags={tags} />
          </Fact>
        ) : null}
        {Object.entries(labels).map(([key, value]) => (
          <Fact key={key} label={key}>
            {value}
          </Fact>
        ))}
      </dl>
    </Card>
  );
}

/** A narrow card breaks a reference after its marks, not in the middle of a word. */
function breakable(ref: string): ReactNode {
  return ref.split(/(?<=[:/])/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 ? <wbr /> : null}
      {part}
    </Fragment>
  ));
}

function Fact({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactElement {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface RelatedFactProps {
  readonly entity: Entity;
  readonly type: string;
  readonly label: string;
}

function RelatedFact({ entity, type, label }: RelatedFactProps): ReactElement | null {
  const targets = (entity.relations ?? []).filter(relation => relation.type === type);
  if (targets.length === 0) return null;
  return (
    <Fact label={label}>
      {targets.map(({ targetRef }, index) => (
        <span key={targetRef}>
          {index === 0 ? '' : ', '}
          <EntityRefLink entity={targetRef} />
        </span>
      ))}
    </Fact>
  );
}
