import { createExtensionPoint } from '@portico/plugin-api';
import type { CardConfig } from '@portico/plugin-api';

/**
 * Cards on the home page. The component renders the card's content: the page draws frame and title. A user may move and
 * hide it.
 *
 * @example createCardExtension({ point: homeCardPoint, id: 'card:my-builds', title: 'My builds', size: 'small', loader })
 */
export const homeCardPoint = /* @__PURE__ */ createExtensionPoint<object, CardConfig>({ id: 'home.card/v1' });
