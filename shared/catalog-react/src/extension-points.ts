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
