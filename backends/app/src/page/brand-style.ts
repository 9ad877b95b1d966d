/** Where the overrides of each theme hold. Those of no theme leave the high contrast as it is. */
const places: Readonly<Record<string, readonly [selector: string, ofSystem?: string]>> = {
  all: [':root:not([data-theme=high-contrast])'],
  light: [':root[data-theme=light]', '@media (prefers-color-scheme:light){:root:not([data-theme]){'],
  dark: [':root[data-theme=dark]', '@media (prefers-color-scheme:dark){:root:not([data-theme]){'],
  'high-contrast': [':root[data-theme=high-contrast]'],
};

type Texts = Readonly<Record<string, unknown>>;

const isTexts = (value: unknown): value is Texts => typeof value === 'object' && value !== null;

/** A colour, a length, a shadow or a list of fonts. Nothing with which a value could leave its declaration, or fetch something. */
const plainValue = /^[\w\s#.,%()/'+*-]{1,200}$/;

function declarations(values: Texts): string {
  return Object.entries(values)
    .flatMap(([name, value]) => {
      const token = name.startsWith('--') ? name : `--portico-${name}`;
      const plain = typeof value === 'string' && plainValue.test(value) && !/url\(/i.test(value) && /^--[a-z0-9-]+$/.test(token);
      return plain ? [`${token}:${value}`] : [];
    })
    .join(';');
}

/**
 * The overrides of `app.branding.tokens` as styles of the page, so that its first paint has the colours of the organization. The
 * shell, which follows the configuration while it changes, takes over from them. A value that is no plain one is left to it.
 */
export function brandStyle(tokens: unknown): string {
  if (!isTexts(tokens)) return '';
  return Object.entries(places)
    .flatMap(([theme, [selector, ofSystem]]) => {
      const values = theme === 'all' ? tokens : tokens[theme];
      const text = isTexts(values) ? declarations(values) : '';
      return text === '' ? [] : [`${selector}{${text}}`, ...(ofSystem ? [`${ofSystem}${text}}}`] : [])];
    })
    .join('');
}
