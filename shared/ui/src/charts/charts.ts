export { BarCell } from './bar-cell.tsx';
export type { BarCellProps } from './bar-cell.tsx';
export { ScoreRing } from './score-ring.tsx';
export type { ScoreRingProps } from './score-ring.tsx';
export { scoreTone } from './score-tone.ts';
export type { ChartTone } from './score-tone.ts';
export { Sparkline } from './sparkline.tsx';
export type { SparklineProps } from './sparkline.tsx';
