export type { Icon, IconProps } from './create-icon.tsx';
export {
  AddIcon, AlertIcon, ApiIcon, ArrowDownIcon, ArrowLeftIcon, ArrowRightIcon, ArrowUpIcon, BellIcon, BookIcon, CalendarIcon,
  ChartIcon, CheckIcon, ChevronDownIcon, ChevronLeftIcon, ChevronRightIcon, ChevronUpIcon, ClockIcon, CloseIcon, CloudIcon,
  CodeIcon, ColumnsIcon, ComponentIcon, CopyIcon, DatabaseIcon, DocumentIcon, DownloadIcon, EditIcon, ExternalIcon, EyeIcon,
  EyeOffIcon, FilterIcon, FolderIcon, GlobeIcon, GraphIcon, HomeIcon, InfoIcon, KeyIcon, LinkIcon, ListIcon, LockIcon,
  MailIcon, MinusIcon, MoreIcon, PlugIcon, RefreshIcon, SearchIcon, SettingsIcon, ShieldIcon, StarIcon, SystemIcon, TagIcon,
  TrashIcon, UploadIcon, UserIcon, UsersIcon,
} from './outlines.ts';
