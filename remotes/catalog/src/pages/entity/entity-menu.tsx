import { messageOf } from '@portico/errors';
import { notificationApiRef, useApi, useExtensions, useRouteRef } from '@portico/plugin-api';
import { ANNOTATION_EDIT_URL, ANNOTATION_VIEW_URL, stringifyEntityRef } from '@portico/plugin-catalog-common';
import { catalogApiRef, entityContextMenuItemPoint, entityRouteParameters, useEntity } from '@portico/plugin-catalog-react';
import type { EntityContextMenuItemProps } from '@portico/plugin-catalog-react';
import { CodeIcon, CopyIcon, EditIcon, ExternalIcon, LinkIcon, MoreIcon, RefreshIcon, TrashIcon } from '@portico/ui/icons';
import { Menu } from '@portico/ui/menu';
import type { MenuGroup } from '@portico/ui/menu';
import { useState } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { useCopy } from '../../components/use-copy.ts';
import { webAddress } from '../../components/web-address.ts';
import { entityPageRouteRef } from '../../routes.ts';
import styles from './entity-header.module.css';
import { UnregisterDialog } from './unregister-dialog.tsx';

/** What one can do with an entity: the catalog's own actions, then those of plugins. */
export function EntityMenu(): ReactElement {
  const { entity, refresh } = useEntity();
  const catalog = useApi(catalogApiRef);
  const notifications = useApi(notificationApiRef);
  const copy = useCopy();
  const base = useRouteRef(entityPageRouteRef)(entityRouteParameters(entity));
  const added = useExtensions(entityContextMenuItemPoint, entity);
  const [Chosen, setChosen] = useState<ComponentType<EntityContextMenuItemProps>>();
  const [unregistering, setUnregistering] = useState(false);
  const ref = stringifyEntityRef(entity);
  const { annotations = {} } = entity.metadata;

  async function readAnew(): Promise<void> {
    try {
      await catalog.refreshEntity(ref);
      refresh?.();
      notifications.post({ severity: 'success', message: `${entity.metadata.name} is read anew` });
    } catch (error) {
      notifications.post({ severity: 'error', message: `${entity.metadata.name} can't be read anew`, description: messageOf(error) });
    }
  }

  const outside = [
    { id: 'view', label: 'View source', icon: <ExternalIcon />, url: webAddress(annotations[ANNOTATION_VIEW_URL]) },
    { id: 'edit', label: 'Edit', icon: <EditIcon />, url: webAddress(annotations[ANNOTATION_EDIT_URL]) },
  ];
  const groups: readonly MenuGroup[] = [
    {
      items: [
        { id: 'copy-reference', label: 'Copy reference', description: ref, icon: <CopyIcon />, onAction: () => void copy(ref, 'Reference') },
        {
          id: 'copy-address',
          label: 'Copy address',
          icon: <LinkIcon />,
          onAction: () => void copy(new URL(base, window.location.href).href, 'Address'),
        },
      ],
    },
    {
      items: [
        ...outside.flatMap(({ url, ...item }) =>
          url === undefined ? [] : [{ ...item, onAction: () => void window.open(url, '_blank', 'noopener,noreferrer') }],
        ),
        { id: 'raw', label: 'View raw YAML', icon: <CodeIcon />, to: `${base}/yaml` },
        { id: 'refresh', label: 'Refresh', description: 'Reads its file again', icon: <RefreshIcon />, onAction: () => void readAnew() },
      ],
    },
    {
      items: added.map(({ id, pluginId, config, Component }) => ({
        id: `${pluginId} ${id}`,
        label: config.title,
        onAction: () => setChosen(() => Component),
      })),
    },
    {
      items: [
        { id: 'unregister', label: 'Unregister', icon: <TrashIcon />, tone: 'danger', onAction: () => setUnregistering(true) },
      ],
    },
  ];
  return (
    <>
      <Menu label="More actions" items={groups}>
        <MoreIcon {...(styles.more ? { className: styles.more } : {})} />
      </Menu>
      {Chosen ? <Chosen onDone={() => setChosen(undefined)} /> : null}
      {unregistering ? <UnregisterDialog entity={entity} onDone={() => setUnregistering(false)} /> : null}
    </>
  );
}
