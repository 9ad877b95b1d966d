/**
 * A day and a time as the user writes them. Made when it is wanted: to make a format takes as long as to render a page.
 *
 * @param instant - ISO 8601
 * @param locale - as of `Preferences.getLocale`
 */
export function formatInstant(instant: string, locale: string | undefined): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(instant));
}
