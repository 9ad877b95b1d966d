import { CodeBlock, YamlView } from '@portico/ui/code';
import * as icons from '@portico/ui/icons';
import type { Icon } from '@portico/ui/icons';
import { Markdown } from '@portico/ui/markdown';
import type { ReactElement } from 'react';
import { Example } from './example.tsx';
import styles from './example.module.css';

const entity = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name: 'account-service', description: 'Sign-in, addresses and consent', tags: ['java', 'identity'] },
  spec: { type: 'service', lifecycle: 'production', owner: 'group:identity', replicas: 3, public: false },
};

const command = `curl --silent http://localhost:3000/api/catalog/entities/by-query?limit=20 --header "authorization: Bearer $TOKEN"
`;

export function Code(): ReactElement {
  return (
    <>
      <Example stacked title="A value as YAML, with line numbers">
        <YamlView label="catalog-info.yaml" value={entity} />
      </Example>
      <Example stacked title="The same as JSON, in a place that scrolls">
        <YamlView label="entity.json" value={entity} language="json" maxHeight="12rem" />
      </Example>
      <Example stacked title="A command: lines that scroll sideways, and lines that break">
        <CodeBlock label="In a terminal" text={command} />
        <CodeBlock label="The same, broken into lines" text={command} wrap />
      </Example>
    </>
  );
}

const article = `Passkeys first, passwords **as long as** they are needed. See the [catalog](/catalog) or [the standard](https://www.w3.org/TR/webauthn-3/).

## What it does

1. asks for a passkey, and falls back to a code by mail
2. issues a session of \`8 h\`
   - shorter for administrators

> Nobody remembers a password that was made by a machine.

- [x] passkeys
- [ ] recovery without mail

| part | owner | replicas |
| --- | --- | ---: |
| gateway | identity | 3 |
| mailer | platform | 1 |

\`\`\`yaml
auth:
  session: 8h
\`\`\`
`;

const hostile = 'A <b onclick="alert(1)">word that runs code</b>, a [link](javascript:alert(1)) and <script>alert(1)</script>a script: what is left is text.';

export function Texts(): ReactElement {
  return (
    <>
      <Example stacked title="A description">
        <Markdown text={article} headingLevel={2} />
      </Example>
      <Example stacked title="Small, for cards and drawers">
        <Markdown text={article.split('\n## ')[0] ?? ''} size="small" />
      </Example>
      <Example stacked title="From somebody who is not trusted">
        <Markdown text={hostile} />
      </Example>
    </>
  );
}

const named = Object.entries(icons) as [string, Icon][];

export function Icons(): ReactElement {
  return (
    <>
      <Example title="Sizes, and filled">
        <icons.StarIcon size="1rem" label="Small star" />
        <icons.StarIcon size="1.5rem" label="Star" />
        <icons.StarIcon size="2rem" label="Starred" filled />
      </Example>
      <Example stacked title={`All ${named.length}`}>
        <ul className={styles.icons}>
          {named.map(([name, Shown]) => (
            <li key={name}>
              <Shown size="1.5rem" />
              <code>{name}</code>
            </li>
          ))}
        </ul>
      </Example>
    </>
  );
}
