export { EmptyState } from './empty-state.tsx';
export type { EmptyStateProps } from './empty-state.tsx';
export { ErrorState } from './error-state.tsx';
export type { ErrorStateProps } from './error-state.tsx';
export { Loading } from './loading.tsx';
export { Skeleton } from './skeleton.tsx';
export type { SkeletonProps } from './skeleton.tsx';
