import { createExtensionPoint } from '@portico/plugin-api';
import type { CardConfig, TabConfig } from '@portico/plugin-api';

/**
 * Tabs of the entity page. `if` is decided from the entity; the component reads it with `useEntity`. The path is below the
 * entity's page: `/builds`.
 *
 * @example createTabExtension({ point: entityTabPoint, id: 'tab:builds', path: '/builds', title: 'Builds', if: { kind: 'Component' }, loader })
 */
export const entityTabPoint = /* @__PURE__ */ createExtensionPoint<object, TabConfig>({ id: 'catalog.entity-tab/v1' });

/**
 * Cards on the overview of the entity page. `if` is decided from the entity; the component reads it with `useEntity` and
 * renders the card's content: the page draws frame and title.
 *
 * @example createCardExtension({ point: entityCardPoint, id: 'card:radar', title: 'Tech Radar', size: 'small', loader })
 */
export const entityCardPoint = /* @__PURE__ */ createExtensionPoint<object, CardConfig>({ id: 'catalog.entity-card/v1' });

/** What the entity page knows of a link in its header before it is loaded. */
export interface EntityHeaderLinkConfig {
  readonly title: string;
  /** Default 100. */
  readonly order?: number;
}

/**
 * Links in the header of the entity page. The component reads the entity with `useEntity` and renders one link.
 *
 * @example createExtension({ point: entityHeaderLinkPoint, id: 'link:runbook', config: { title: 'Runbook' }, loader })
 */
export const entityHeaderLinkPoint = /* @__PURE__ */ createExtensionPoint<object, EntityHeaderLinkConfig>({
  id: 'catalog.entity-header-link/v1',
});

/** What the menu shows of an item; the item's code is loaded when it is chosen. */
export interface EntityContextMenuItemConfig {
  readonly title: string;
  /** Default 100. */
  readonly order?: number;
}

/** Given to the component of a chosen item. */
export interface EntityContextMenuItemProps {
  /** To be called when the action is done or given up: takes the component away. */
  onDone(): void;
}

/**
 * Items of the entity page's menu. Choosing one mounts the component, which acts or asks (a dialog) and then calls `onDone`.
 *
 * @example createExtension({ point: entityContextMenuItemPoint, id: 'item:audit', config: { title: 'Audit now' }, loader })
 */
export const entityContextMenuItemPoint = /* @__PURE__ */ createExtensionPoint<
  EntityContextMenuItemProps,
  EntityContextMenuItemConfig
>({ id: 'catalog.entity-context-menu-item/v1' });
