/**
 * Looks of the outline that the page shows until the shell renders. It is in the page itself, so that the outline is there
 * with the first paint, and lower than every layer of the shell's styles. Where those have come, their colours hold.
 */
export const bootStyle = [
  '@layer portico-boot{',
  'body{margin:0}',
  '.portico-boot{display:grid;grid-template:3.25rem 1fr/15rem minmax(0,1fr);min-height:100vh;font-family:system-ui,sans-serif;color-scheme:light dark}',
  ':root[data-theme=light] .portico-boot{color-scheme:light}',
  ':root[data-theme=dark] .portico-boot{color-scheme:dark}',
  ':root[data-navigation=collapsed] .portico-boot{grid-template-columns:3.75rem minmax(0,1fr)}',
  '.portico-boot{background:var(--portico-color-canvas,light-dark(#f5f6f8,#0e1116));color:var(--portico-color-text,light-dark(#181d27,#e7eaf0))}',
  '.portico-boot-header{grid-column:1/-1;display:flex;align-items:center;padding:0 1rem;font-weight:600}',
  '.portico-boot-header,.portico-boot-sidebar{background:var(--portico-color-frame,light-dark(#fbfbfd,#12161c));border:0 solid var(--portico-color-border,light-dark(#dfe3ea,#2a313c))}',
  '.portico-boot-header{border-bottom-width:1px}',
  '.portico-boot-sidebar{border-right-width:1px}',
  '.portico-boot-content{padding:0 1.5rem}',
  '@media (max-width:56rem){.portico-boot,:root[data-navigation] .portico-boot{grid-template-columns:1fr}.portico-boot-sidebar{display:none}}',
  '}',
].join('');
