/** A share of 0 to 1 in words: `4 %`, `0.4 %`, `under 0.1 %`. */
export function percentOf(share: number): string {
  const percent = share * 100;
  if (percent === 0) return '0 %';
  if (percent < 0.1) return 'under 0.1 %';
  return `${percent < 10 ? Math.round(percent * 10) / 10 : Math.round(percent)} %`;
}
