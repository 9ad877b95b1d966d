// Types only: components are imported by family (`@portico/ui/table`), because each family is a shared module of its own.
export type { BadgeProps, BadgeTone } from './badge/badge.tsx';
export type { ButtonProps, ButtonVariant } from './button/button.tsx';
export type { CardProps } from './card/card.tsx';
export type { SearchFieldProps, SelectOption, SelectProps, TextFieldProps } from './field/field.ts';
export type { TextLinkProps } from './link/link.tsx';
export type { Breadcrumb, PageContentProps, PageHeaderProps } from './page/page.ts';
export type { EmptyStateProps, ErrorStateProps, SkeletonProps } from './states/states.ts';
export type { ColumnChoiceProps, TableColumn, TableProps, TableSort } from './table/table.tsx';
export type { TabItem, TabNavProps } from './tabs/tabs.tsx';
export type { AvatarProps } from './avatar/avatar.tsx';
export type { ConfirmDialogProps, DialogProps } from './dialog/dialog.tsx';
export type { DrawerProps } from './drawer/drawer.tsx';
export type { MenuAction, MenuGroup, MenuProps } from './menu/menu.tsx';
export type { FilterOption, FilterSelectProps } from './picker/picker.tsx';
export type { Toast, ToastRegionProps } from './toast/toast.tsx';
export type { TooltipProps } from './tooltip/tooltip.tsx';
