import styles from './icon.module.css';

// Outlines on a grid of 24, drawn with a line of 1.75.
const outlines: Readonly<Record<string, string>> = {
  api: 'M8 5 3 12l5 7M16 5l5 7-5 7M13.5 4l-3 16',
  bell: 'M6 10a6 6 0 0 1 12 0c0 5 2 6 2 7H4c0-1 2-2 2-7M10 20h4',
  book: 'M5 4h10a4 4 0 0 1 4 4v12H9a4 4 0 0 1-4-4zM5 16a4 4 0 0 1 4-4h10',
  build: 'M14 6a4 4 0 0 0 5 5l-9 9-4-4zM4 4l5 5',
  catalog: 'M4 5h7v6H4zM13 5h7v6h-7zM4 13h7v6H4zM13 13h7v6h-7z',
  chart: 'M4 20V4M4 20h16M8 16v-4M12 16V8M16 16v-6',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 7v5l3 2',
  close: 'M6 6l12 12M18 6 6 18',
  cloud: 'M7 18a4 4 0 0 1 0-8 5 5 0 0 1 9.6-1A4.5 4.5 0 0 1 17 18z',
  collapse: 'M4 5h16v14H4zM9 5v14M16 9l-3 3 3 3',
  component: 'M12 3l8 4.5v9L12 21l-8-4.5v-9zM4 7.5l8 4.5 8-4.5M12 12v9',
  contrast: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M12 3v18M15 5v14M18 8v8',
  database: 'M5 6c0-4 14-4 14 0v12c0 4-14 4-14 0zM5 6c0 4 14 4 14 0M5 12c0 4 14 4 14 0',
  dashboard: 'M4 4h7v9H4zM13 4h7v5h-7zM4 15h7v5H4zM13 11h7v9h-7z',
  document: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
  expand: 'M4 5h16v14H4zM9 5v14M13 9l3 3-3 3',
  gauge: 'M4 17a8 8 0 1 1 16 0M12 17l4-6M4 17h2M18 17h2',
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  less: 'M6 15l6-6 6 6',
  link: 'M10 14a4 4 0 0 0 6 0l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6 0l-3 3a4 4 0 0 0 6 6l1-1',
  list: 'M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1',
  menu: 'M4 6h16M4 12h16M4 18h16',
  moon: 'M20 14A8 8 0 0 1 10 4a8 8 0 1 0 10 10',
  more: 'M6 9l6 6 6-6',
  plug: 'M9 3v5M15 3v5M6 8h12v3a6 6 0 0 1-12 0zM12 17v4',
  radar: 'M12 3a9 9 0 1 0 9 9M12 8a4 4 0 1 0 4 4M12 12l7-7',
  search: 'M11 4a7 7 0 1 0 0 14 7 7 0 0 0 0-14M16 16l4 4',
  settings: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  shield: 'M12 3l7 3v6c0 4-3 7-7 9-4-2-7-5-7-9V6z',
  star: 'M12 4l2.5 5 5.5.8-4 3.9.9 5.5-4.9-2.6-4.9 2.6.9-5.5-4-3.9 5.5-.8z',
  sun: 'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8M12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.5 1.5M17.5 17.5 19 19M5 19l1.5-1.5M17.5 6.5 19 5',
  system: 'M4 5h16v11H4zM9 20h6M12 16v4',
  user: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 21c0-8 16-8 16 0',
  users: 'M9 5a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7M2 20c0-7 14-7 14 0M16 5a3.5 3.5 0 0 1 0 7M18 14c3 1 4 3 4 6',
};

/** Props of `Icon`. */
export interface IconProps {
  /** One of the shell's names; for any other the first letter of `label` is shown. */
  readonly name: string | undefined;
  readonly label?: string;
}

/** A small outline. It decorates: the text beside it says what is meant. */
export function Icon({ name, label = '' }: IconProps) {
  const outline = name !== undefined && Object.hasOwn(outlines, name) ? outlines[name] : undefined;
  if (!outline) {
    return (
      <span className={styles['letter']} aria-hidden="true">
        {label.slice(0, 1).toUpperCase() || '•'}
      </span>
    );
  }
  return (
    <svg className={styles['icon']} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={outline} />
    </svg>
  );
}
