import { brandingOf } from './branding.ts';

type Config = Readonly<Record<string, unknown>>;
type Tokens = Readonly<Record<string, unknown>>;

const isTexts = (value: unknown): value is Tokens => typeof value === 'object' && value !== null;

/** Where the overrides of each theme hold. Those of no theme leave the high contrast as it is. */
const places: Readonly<Record<string, string>> = {
  all: ":root:not([data-theme='high-contrast'])",
  light: ":root[data-theme='light']",
  dark: ":root[data-theme='dark']",
  'high-contrast': ":root[data-theme='high-contrast']",
};
const ofSystem = (scheme: string) => `@media (prefers-color-scheme: ${scheme}){:root:not([data-theme]){}}`;

type Rule = CSSRule & { readonly style?: CSSStyleDeclaration; readonly cssRules?: CSSRuleList };

function setTokens(rule: Rule | undefined, tokens: Tokens): void {
  const { style } = (rule?.cssRules?.[0] as Rule | undefined) ?? rule ?? {};
  for (const [name, value] of Object.entries(tokens)) {
    // One property at a time: a value can't reach out of its own declaration.
    if (typeof value === 'string') style?.setProperty(name.startsWith('--') ? name : `--portico-${name}`, value);
  }
}

/**
 * Fills a style sheet with the overrides of `app.branding.tokens`: names of tokens, with or without `--portico-`, for all
 * themes, or under `light`, `dark` and `high-contrast` for one.
 */
function fillBrandSheet(sheet: CSSStyleSheet, config: Config): void {
  while (sheet.cssRules.length) sheet.deleteRule(0);
  const { tokens } = brandingOf(config);
  if (!isTexts(tokens)) return;
  const add = (text: string, values: Tokens) => setTokens(sheet.cssRules[sheet.insertRule(text, sheet.cssRules.length)], values);
  for (const [theme, place] of Object.entries(places)) {
    const values = theme === 'all' ? tokens : tokens[theme];
    if (!isTexts(values)) continue;
    add(`${place}{}`, values);
    if (theme === 'light' || theme === 'dark') add(ofSystem(theme), values);
  }
}

/** Keeps the page's colours as the configuration has them, while it changes. Returns how to stop. */
export function followBranding(document: Document, source: { current(): Config; subscribe(listener: () => void): () => void }): () => void {
  let known: unknown;
  let sheet: CSSStyleSheet | undefined;
  const follow = () => {
    const config = source.current();
    const text = JSON.stringify(brandingOf(config)['tokens'] ?? '');
    if (text === (known ?? '""')) return;
    known = text;
    if (!sheet) {
      // A constructed sheet: the page's policy allows no inline styles.
      sheet = new CSSStyleSheet();
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
      // What the page came with would stay when the configuration takes it back.
      document.querySelector('style[data-brand]')?.remove();
    }
    fillBrandSheet(sheet, config);
  };
  follow();
  return source.subscribe(follow);
}
