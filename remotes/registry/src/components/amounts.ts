/** How many there are of something, as the reader writes numbers. `locale` as of `useLocale`. */
export const quantity = (count: number, noun: string, locale: string | undefined): string =>
  `${count.toLocaleString(locale)} ${noun}${count === 1 ? '' : 's'}`;

const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** A size in bytes in the larger unit that fits it; at least 1 kB. */
export function sizeOf(bytes: number, locale: string | undefined): string {
  if (bytes < megabyte) return `${Math.max(1, Math.round(bytes / kilobyte)).toLocaleString(locale)} kB`;
  return `${(bytes / megabyte).toLocaleString(locale, { maximumFractionDigits: 1 })} MB`;
}
