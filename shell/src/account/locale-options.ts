import { formatInstant } from '../preferences/format-instant.ts';

/** Formats that are offered beside those of the browser. */
const common = ['en-GB', 'en-US', 'de-DE', 'es-ES', 'fr-FR', 'it-IT', 'nl-NL', 'pl-PL', 'pt-BR', 'sv-SE', 'hi-IN', 'ja-JP', 'ko-KR', 'zh-CN'];

/** A locale as it is called in its own language. */
export interface LocaleOption {
  readonly tag: string;
  readonly title: string;
}

function titleOf(tag: string): string {
  return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag;
}

/** The locales to choose from: the browser's, the common ones, and what is chosen already. */
export function localeOptions(chosen: string | undefined): readonly LocaleOption[] {
  const tags = new Set([...navigator.languages, ...common, ...(chosen ? [chosen] : [])]);
  return [...tags].map(tag => ({ tag, title: titleOf(tag) })).sort((left, right) => left.title.localeCompare(right.title));
}

const moment = new Date(2026, 10, 21, 15, 4).toISOString();

/** A date and a number as a locale writes them. */
export function sampleOf(locale: string | undefined): string {
  return `${formatInstant(moment, locale)} · ${new Intl.NumberFormat(locale).format(1_234_567.89)}`;
}
