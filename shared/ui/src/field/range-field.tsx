import type { ReactElement } from 'react';
import { FieldHelp, FieldLabel, useControl } from './field-frame.tsx';
import type { FieldProps } from './field-frame.tsx';
import styles from './field.module.css';

/** Props of `RangeField`. */
export interface RangeFieldProps extends FieldProps {
  readonly value: number;
  readonly onChange: (value: number) => void;
  /** Default 0. */
  readonly min?: number;
  /** Default 100. */
  readonly max?: number;
  /** Default 1. */
  readonly step?: number;
  /** Stands after the number: "%", "ms". */
  readonly unit?: string;
}

/** A number between two others where the place matters more than the digit: a share, an opacity. The value stands beside it. */
export function RangeField(props: RangeFieldProps): ReactElement {
  const { label, value, onChange, min = 0, max = 100, step = 1, unit } = props;
  const control = useControl(props);
  const words = unit === undefined ? String(value) : `${value} ${unit}`;
  return (
    <div className={styles.field}>
      <FieldLabel control={control}>{label}</FieldLabel>
      <div className={styles.range}>
        <input
          {...control}
          type="range"
          min={min}
          max={max}
          step={step}
          value={value}
          aria-valuetext={words}
          onChange={event => onChange(Number(event.target.value))}
        />
        <output htmlFor={control.id}>{words}</output>
      </div>
      <FieldHelp {...props} id={control.id} />
    </div>
  );
}
