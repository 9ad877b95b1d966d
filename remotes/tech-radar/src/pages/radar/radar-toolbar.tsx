import { Button, ButtonGroup } from '@portico/ui/button';
import { SearchField, Select } from '@portico/ui/field';
import type { ReactElement } from 'react';
import type { Radar } from '../../api/radar.ts';
import type { RadarAddress } from './use-radar-address.ts';
import styles from './radar-toolbar.module.css';

const looks = [
  ['plot', 'Radar'],
  ['list', 'List'],
] as const;

interface RadarToolbarProps {
  readonly radar: Radar;
  readonly address: RadarAddress;
  /** How many entries pass the filters. */
  readonly count: number;
}

/** Search, filters and the choice between drawing and list. */
export function RadarToolbar({ radar, address, count }: RadarToolbarProps): ReactElement {
  const optionsOf = (all: string, items: readonly { readonly id: string; readonly name: string }[]) => [
    { value: '', label: all },
    ...items.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <div className={styles.toolbar}>
      <div className={styles.search}>
        <SearchField
          label="Filter entries"
          placeholder="Name, tag or text"
          value={address.text}
          onChange={value => address.set('filter', value)}
        />
      </div>
      <Select
        label="Quadrant"
        labelHidden
        value={address.quadrant}
        options={optionsOf('All quadrants', radar.quadrants)}
        onChange={value => address.set('quadrant', value)}
      />
      <Select
        label="Ring"
        labelHidden
        value={address.ring}
        options={optionsOf('All rings', radar.rings)}
        onChange={value => address.set('ring', value)}
      />
      <p className={styles.count} role="status">
        {count === radar.entries.length ? `${count} entries` : `${count} of ${radar.entries.length} entries`}
      </p>
      <div className={styles.looks}>
        <ButtonGroup label="View">
          {looks.map(([look, name]) => (
            <Button key={look} aria-pressed={address.look === look} onClick={() => address.setLook(look)}>
              {name}
            </Button>
          ))}
        </ButtonGroup>
      </div>
    </div>
  );
}
