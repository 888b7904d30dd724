import type { InputHTMLAttributes, ReactNode, SelectHTMLAttributes, TextareaHTMLAttributes } from 'react';
import { classNames } from './class-names';
import { Icon } from './icon';
import styles from './text-input.module.css';

export type TextInputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'width'> & {
  /** A unit inside the box at the right: 元, 月. */
  unit?: ReactNode;
  /** A green check inside the box: the value was checked and is good. */
  passed?: boolean;
  /** s: half the width, for codes; numbers stand right. */
  width?: 'full' | 's';
};

/** One line of text. Uncontrolled with `defaultValue`, controlled with `value` and `onChange`. */
export function TextInput({ unit, passed, width = 'full', className, ...rest }: TextInputProps) {
  const names = classNames(styles.input, width === 's' && styles.short, className);
  const input = <input type="text" autoComplete="off" {...rest} className={names} />;
  if (!unit && !passed) return input;
  return (
    <span className={classNames(styles.box, width === 's' && styles.short)}>
      {input}
      <span className={styles.end}>
        {unit}
        {passed && <Icon name="check-circle" size="s" label="校验通过" className={styles.passed} />}
      </span>
    </span>
  );
}

export function TextArea({ className, rows = 4, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea rows={rows} {...rest} className={classNames(styles.input, styles.area, className)} />;
}

export type SelectOption = { value: string; label: string; disabled?: boolean };

export type SelectProps = SelectHTMLAttributes<HTMLSelectElement> & {
  options: readonly SelectOption[];
  /** First row with an empty value: 请选择. */
  placeholder?: string;
};

/**
 * The system's own list of choices. React resets a form after its action but leaves a select at its first default;
 * the key brings the new default in, so that what was chosen stays after a refusal.
 */
export function Select({ options, placeholder, className, ...rest }: SelectProps) {
  return (
    <span className={classNames(styles.box, className)}>
      <select key={String(rest.defaultValue ?? '')} {...rest} className={classNames(styles.input, styles.select)}>
        {placeholder !== undefined && <option value="">{placeholder}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="chevron-down" size="s" className={styles.arrow} />
    </span>
  );
}

type Native = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'>;

/** Without a last one the browser makes room for a year of six digits, and whoever types 20261123 straight on lands in the year 202611. */
const LAST_DAY = '9999-12-31';
const LAST_MONTH = '9999-12';

/** A day, value 2026-11-23, with the system's own calendar. */
export function DateInput({ className, ...rest }: Native) {
  return <input type="date" max={LAST_DAY} {...rest} className={classNames(styles.input, styles.date, className)} />;
}

/** A month, value 2026-11. Where the browser knows no month picker it is typed; hence the pattern. */
export function MonthInput({ className, ...rest }: Native) {
  return (
    <input
      type="month"
      max={LAST_MONTH}
      pattern="\d{4}-(0[1-9]|1[0-2])"
      placeholder="如 2025-10"
      {...rest}
      className={classNames(styles.input, styles.date, className)}
    />
  );
}

/** A minute, value 2026-11-23T14:03, as the clock on the wall shows it. */
export function MinuteInput({ className, ...rest }: Native) {
  return <input type="datetime-local" {...rest} className={classNames(styles.input, styles.date, className)} />;
}
