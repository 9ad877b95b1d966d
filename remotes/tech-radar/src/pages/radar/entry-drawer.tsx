import { useRouteRef } from '@portico/plugin-api';
import { Drawer } from '@portico/ui/drawer';
import type { ReactElement } from 'react';
import { useNavigate } from 'react-router';
import { rootRouteRef } from '../../routes.ts';
import { EntryDetails } from './entry-details.tsx';
import type { EntryPanelProps } from './entry-panel.tsx';
import styles from './entry-panel.module.css';
import { useOpenerFocus } from './use-opener-focus.ts';

/** The details of an entry above the radar, where there is no room beside it: nothing that they cover can be reached meanwhile. */
export function EntryDrawer({ radar, entry, search }: EntryPanelProps): ReactElement {
  const radarPath = `${useRouteRef(rootRouteRef)()}${search}`;
  const navigate = useNavigate();
  useOpenerFocus();
  return (
    <Drawer title={entry.title} open onClose={() => void navigate(radarPath)}>
      <div className={styles.content}>
        <p className={styles.place}>{radar.quadrants[entry.quadrant]?.name}</p>
        <EntryDetails radar={radar} entry={entry} />
      </div>
    </Drawer>
  );
}
