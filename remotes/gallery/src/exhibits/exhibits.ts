import { Avatars, Badges, Buttons, Cards, Links, Pages, States, Tabs } from './basic-families.tsx';
import { Charts, Tables } from './data-families.tsx';
import type { Exhibit } from './exhibit.ts';
import { Fields, Pickers } from './form-families.tsx';
import { Dialogs, Drawers, Menus, Toasts, Tooltips } from './overlay-families.tsx';
import { Code, Icons, Texts } from './text-families.tsx';

/** Every family that is shown, in the order of the list. */
export const exhibits: readonly Exhibit[] = [
  { family: 'page', title: 'Pages', purpose: 'The head of a page and the room below it', Component: Pages },
  { family: 'button', title: 'Buttons', purpose: 'Actions, the main one in the accent colour', Component: Buttons },
  { family: 'link', title: 'Links', purpose: 'Ways inside and outside of the portal', Component: Links },
  { family: 'badge', title: 'Badges', purpose: 'A short word about something', Component: Badges },
  { family: 'avatar', title: 'Avatars', purpose: 'A face for a person or a group', Component: Avatars },
  { family: 'card', title: 'Cards', purpose: 'Related facts in a titled box', Component: Cards },
  { family: 'tabs', title: 'Tabs', purpose: 'Parts of a page with an address each', Component: Tabs },
  { family: 'table', title: 'Tables', purpose: 'Rows to sort, choose and walk through, few or many', Component: Tables },
  { family: 'states', title: 'States', purpose: 'Loading, empty and failed', Component: States },
  { family: 'field', title: 'Forms', purpose: 'Controls with label, help and fault', Component: Fields },
  { family: 'picker', title: 'Filters', purpose: 'Choosing from a long list with counts', Component: Pickers },
  { family: 'dialog', title: 'Dialogs', purpose: 'A task or a question above the page', Component: Dialogs },
  { family: 'drawer', title: 'Drawers', purpose: 'Details at an edge of the page', Component: Drawers },
  { family: 'menu', title: 'Menus', purpose: 'Actions behind one button', Component: Menus },
  { family: 'tooltip', title: 'Tooltips', purpose: 'A hint beside a control', Component: Tooltips },
  { family: 'toast', title: 'Toasts', purpose: 'A message that goes by itself', Component: Toasts },
  { family: 'code', title: 'Code', purpose: 'Files, values and commands, to read and to copy', Component: Code },
  { family: 'markdown', title: 'Markdown', purpose: 'Texts from others, made safe', Component: Texts },
  { family: 'charts', title: 'Charts', purpose: 'Figures small enough for a cell', Component: Charts },
  { family: 'icons', title: 'Icons', purpose: 'Outlines in the colour of the text', Component: Icons },
];
