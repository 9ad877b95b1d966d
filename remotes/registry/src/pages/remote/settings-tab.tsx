import type { RemoteChange } from '@portico/contracts';
import { messageOf } from '@portico/errors';
import { Button } from '@portico/ui/button';
import { Card } from '@portico/ui/card';
import { Form, TextArea, TextField } from '@portico/ui/field';
import { ErrorState } from '@portico/ui/states';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useRegistryChange } from '../../api/use-registry.ts';
import styles from '../../components/form.module.css';
import type { RemoteTabProps } from './remote-page.tsx';

interface Settings {
  readonly title: string;
  readonly route: string;
  readonly owner: string;
  readonly audience: string;
  readonly publisherKey: string;
}

function settingsOf({ remote }: RemoteTabProps): Settings {
  return {
    title: remote.title,
    route: remote.routes[0] ?? '',
    owner: remote.owner ?? '',
    audience: (remote.audience ?? []).join(', '),
    publisherKey: remote.publisherKey ?? '',
  };
}

/** Only what was changed; an emptied field is taken away. */
function changeOf(before: Settings, after: Settings): RemoteChange {
  const refs = after.audience.split(/[\s,]+/).filter(Boolean);
  const text = (value: string) => (value.trim() === '' ? null : value.trim());
  return {
    ...(after.title === before.title ? {} : { title: text(after.title) }),
    ...(after.route === before.route ? {} : { route: text(after.route) }),
    ...(after.owner === before.owner ? {} : { owner: text(after.owner) }),
    ...(after.audience === before.audience ? {} : { audience: refs.length === 0 ? null : refs }),
    ...(after.publisherKey === before.publisherKey ? {} : { publisherKey: text(after.publisherKey) }),
  };
}

/** What a remote is called, where it is, whose it is, and who sees it. */
export function SettingsTab(props: RemoteTabProps): ReactElement {
  const { remote } = props;
  const before = settingsOf(props);
  const [settings, setSettings] = useState(before);
  const update = useRegistryChange((client, change: RemoteChange) => client.update(remote.id, change, remote.etag));
  const change = changeOf(before, settings);
  const mayEdit = remote.may.includes('disable');
  const set = (name: keyof Settings) => (value: string) => setSettings(current => ({ ...current, [name]: value }));
  const field = (name: keyof Settings) => ({ value: settings[name], onChange: set(name), disabled: !mayEdit });
  return (
    <Card title="Settings" size="wide" subtitle={mayEdit ? undefined : 'You may look at them; its owner and the app team change them.'}>
      <Form
        label="Settings"
        validate={() => []}
        onErrors={() => undefined}
        onSubmit={() => update.mutate(change)}
        actions={
          <Button type="submit" variant="primary" disabled={!mayEdit || update.isPending || Object.keys(change).length === 0}>
            Save
          </Button>
        }
      >
        <TextField label="Title" {...field('title')} />
        <TextField label="Route of the first page" {...field('route')} />
        <TextField label="Owner" placeholder="group:default/payments" description="Its members with the role remote-publisher publish and promote." {...field('owner')} />
        <TextField label="Only for" placeholder="group:default/pilots" description="Users and groups, parted by commas. To others it is not there, but its files are no secret. Empty: for everybody." {...field('audience')} />
        <TextArea
          label="Publisher's public key (ed25519)"
          description="Once it is set, versions without a signature of this key are refused."
          rows={3}
          {...field('publisherKey')}
        />
        {update.isError ? <ErrorState title="Nothing was saved" message={messageOf(update.error)} /> : null}
        <p className={styles['note']} role="status">
          {update.isSuccess && Object.keys(change).length === 0 ? 'Saved' : ''}
        </p>
      </Form>
    </Card>
  );
}
