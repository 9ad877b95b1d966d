// Types only: components are imported by family (`@portico/ui/table`), because each family is a shared module of its own.
export type { BadgeProps, BadgeTone } from './badge/badge.tsx';
export type { ButtonProps, ButtonVariant } from './button/button.tsx';
export type { CardProps } from './card/card.tsx';
export type { BarCellProps, ChartTone, ScoreRingProps, SparklineProps } from './charts/charts.ts';
export type { CodeBlockProps, CodeLanguage, YamlViewProps } from './code/code.ts';
export type {
  FieldError,
  FieldProps,
  FormProps,
  RadioGroupProps,
  SearchFieldProps,
  SelectOption,
  SelectProps,
  TextAreaProps,
  TextFieldProps,
  ToggleProps,
} from './field/field.ts';
export type { Icon, IconProps } from './icons/icons.ts';
export type { TextLinkProps } from './link/link.tsx';
export type { MarkdownProps } from './markdown/markdown.tsx';
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
