import { notificationApiRef, useApi, useExtensions, useRouteRef } from '@portico/plugin-api';
import type { Entity } from '@portico/plugin-catalog-common';
import { entityContextMenuItemPoint, entityRouteParameters } from '@portico/plugin-catalog-react';
import type { EntityContextMenuItemProps } from '@portico/plugin-catalog-react';
import { useState } from 'react';
import type { ComponentType, ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { MenuButton } from '../../components/menu-button.tsx';
import { entityPageRouteRef } from '../../routes.ts';

/** What one can do with an entity: the catalog's own actions, then those of plugins. */
export function EntityMenu({ entity }: { readonly entity: Entity }): ReactElement {
  const notifications = useApi(notificationApiRef);
  const navigate = useNavigate();
  const base = useRouteRef(entityPageRouteRef)(entityRouteParameters(entity));
  const added = useExtensions(entityContextMenuItemPoint, entity);
  const [Chosen, setChosen] = useState<ComponentType<EntityContextMenuItemProps>>();

  async function copyAddress() {
    const address = new URL(base, window.location.href).href;
    try {
      await navigator.clipboard.writeText(address);
      notifications.post({ severity: 'success', message: 'The address is copied' });
    } catch {
      notifications.post({ severity: 'warning', message: 'The browser does not let the address be copied', description: address });
    }
  }

  const items = [
    { id: 'copy', title: 'Copy address', run: () => void copyAddress() },
    { id: 'raw', title: 'View raw YAML', run: () => void navigate(`${base}/yaml`) },
    ...added.map(({ id, pluginId, config, Component }) => ({
      id: `${pluginId} ${id}`,
      title: config.title,
      run: () => setChosen(() => Component),
    })),
  ];
  return (
    <>
      <MenuButton label="More actions" items={items} />
      {Chosen ? <Chosen onDone={() => setChosen(undefined)} /> : null}
    </>
  );
}
