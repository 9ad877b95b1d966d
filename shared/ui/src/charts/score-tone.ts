/** What a colour of a chart means; the text beside it says the same. */
export type ChartTone = 'accent' | 'neutral' | 'success' | 'warning' | 'danger';

/** The tone of a score from 0 to 100, as Lighthouse sorts them: good from 90, middling from 50. */
export function scoreTone(score: number): ChartTone {
  return score >= 90 ? 'success' : score >= 50 ? 'warning' : 'danger';
}
