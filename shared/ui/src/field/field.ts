export { SearchField } from './search-field.tsx';
export type { SearchFieldProps } from './search-field.tsx';
export { Select } from './select.tsx';
export type { SelectOption, SelectProps } from './select.tsx';
export { TextField } from './text-field.tsx';
export type { TextFieldProps } from './text-field.tsx';
