import type { PreflightReport } from '@portico/contracts';
import { messageOf } from '@portico/errors';
import { Button } from '@portico/ui/button';
import { Drawer } from '@portico/ui/drawer';
import { RadioGroup, TextField } from '@portico/ui/field';
import { ErrorState } from '@portico/ui/states';
import { useState } from 'react';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import type { BuildSource } from '../../api/registry-client.ts';
import { useRegistryChange } from '../../api/use-registry.ts';
import { ArchiveField } from '../../components/archive-field.tsx';
import { FindingList } from '../../components/finding-list.tsx';
import styles from '../../components/form.module.css';

const kinds = [
  { value: 'url', label: 'Its team hosts it: the registry copies each new build, so that the host may go down' },
  { value: 'archive', label: 'It is uploaded here: later builds are published in the same way' },
];

function Report({ report }: { readonly report: PreflightReport }): ReactElement {
  return (
    <section aria-label="Report of the checks" className={styles['stack']}>
      <p role="status" className={styles['verdict']} data-ok={report.ok}>
        {report.ok ? `${report.id ?? 'The build'} ${report.version ?? ''} may be registered` : 'The build is refused as it is'}
      </p>
      <FindingList rules={report.rules} findings={report.findings} />
    </section>
  );
}

/** Registers a plugin: names its source, shows what the checks say, and does it. */
export function RegisterDrawer({ onClose }: { readonly onClose: () => void }): ReactElement {
  const navigate = useNavigate();
  const [kind, setKind] = useState('url');
  const [url, setUrl] = useState('');
  const [archive, setArchive] = useState<File>();
  const check = useRegistryChange((client, source: BuildSource) => client.preflight(source));
  const register = useRegistryChange(async (client, source: BuildSource) => {
    if ('url' in source) return (await client.register({ url: source.url })).id;
    const id = check.data?.id ?? '';
    await client.register({ id });
    await client.publish(id, source);
    return id;
  });

  const source: BuildSource | undefined = kind === 'url' ? (url.trim() === '' ? undefined : { url: url.trim() }) : archive && { archive };
  const busy = check.isPending || register.isPending;
  const failure = register.error ?? check.error;
  const reset = () => {
    check.reset();
    register.reset();
  };
  const actions = (
    <>
      <Button disabled={!source || busy} onClick={() => source && check.mutate(source)}>
        {check.isPending ? 'Checking' : 'Check'}
      </Button>
      <Button
        variant="primary"
        disabled={!source || busy || !check.data?.ok}
        onClick={() => source && register.mutate(source, { onSuccess: id => void navigate(`/registry/remotes/${id}`) })}
      >
        Register
      </Button>
    </>
  );
  return (
    <Drawer title="Register a plugin" open onClose={onClose} actions={actions} size="medium">
      <div className={styles['stack']}>
        <RadioGroup
          label="Where the build is"
          value={kind}
          options={kinds}
          onChange={value => {
            setKind(value);
            reset();
          }}
        />
        {kind === 'url' ? (
          <TextField
            label="Address"
            type="url"
            value={url}
            placeholder="https://radar.example.com/mf-manifest.json"
            description="Of the folder, of mf-manifest.json or of remoteEntry.js."
            onChange={value => {
              setUrl(value);
              reset();
            }}
          />
        ) : (
          <ArchiveField
            onChange={file => {
              setArchive(file);
              reset();
            }}
          />
        )}
        {failure ? <ErrorState title="That did not work" message={messageOf(failure)} /> : null}
        {check.data ? <Report report={check.data} /> : null}
      </div>
    </Drawer>
  );
}
