export { Page, PageContent } from './page-frame.tsx';
export type { PageContentProps } from './page-frame.tsx';
export { PageHeader } from './page-header.tsx';
export type { Breadcrumb, PageHeaderProps } from './page-header.tsx';
