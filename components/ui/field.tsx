import { cloneElement, isValidElement, type ReactNode } from 'react';
import { classNames } from './class-names';
import { errorId, fieldIds, hintId } from './field-ids';
import { Icon } from './icon';
import styles from './field.module.css';

export type FieldProps = {
  /** Id of the control; the error summary links to `#id`. */
  id: string;
  label: ReactNode;
  /** The rule, said before it is broken. */
  hint?: ReactNode;
  /** How to mend it. */
  error?: ReactNode;
  /** A good answer of a check, e.g. 校验通过. */
  passed?: ReactNode;
  /** Marks the field 选填; required is the rule and is not marked. */
  optional?: boolean;
  /** Small words at the right of the label. */
  aside?: ReactNode;
  /** One control. Id, description and invalidity are given to it when it is the only child. */
  children: ReactNode;
};

/** Label above, hint under the label, control, error under it. */
export function Field({ id, label, hint, error, passed, optional, aside, children }: FieldProps) {
  const control = isValidElement(children) ? cloneElement(children, fieldIds({ id, hint, error })) : children;
  return (
    <div className={classNames(styles.field, Boolean(error) && styles.bad)}>
      <div className={styles['label-line']}>
        <label htmlFor={id} className={styles.label}>
          {label}
          {optional && <span className={styles.optional}>选填</span>}
        </label>
        {aside && <span className={styles.aside}>{aside}</span>}
      </div>
      {hint && (
        <p id={hintId(id)} className={styles.hint}>
          {hint}
        </p>
      )}
      {control}
      {error && <FieldError id={id}>{error}</FieldError>}
      {passed && !error && <p className={styles.passed}>{passed}</p>}
    </div>
  );
}

/** The error of a field or group, with its icon. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={errorId(id)} className={styles.error}>
      <Icon name="error" size="s" />
      <span>{children}</span>
    </p>
  );
}

/** A value that came from a certificate or register: text with source and date, not a dead input. */
export function ReadField({ label, value, source }: { label: ReactNode; value: ReactNode; source?: ReactNode }) {
  return (
    <div className={styles.field}>
      <p className={styles.label}>{label}</p>
      <p className={styles.value}>{value}</p>
      {source && (
        <p className={styles.source}>
          <Icon name="link" size="s" />
          <span>{source}</span>
        </p>
      )}
    </div>
  );
}

export type FieldsetProps = {
  id?: string;
  legend: ReactNode;
  aside?: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  children: ReactNode;
};

/** Fields that belong together, under one legend. */
export function Fieldset({ id, legend, aside, hint, error, children }: FieldsetProps) {
  const ids = id ? fieldIds({ id, hint, error }) : {};
  return (
    <fieldset className={styles.fieldset} {...ids} tabIndex={id ? -1 : undefined}>
      <legend className={styles.legend}>
        <span>{legend}</span>
        {aside && <span className={styles.aside}>{aside}</span>}
      </legend>
      {hint && (
        <p id={id && hintId(id)} className={styles.hint}>
          {hint}
        </p>
      )}
      <div className={styles.group}>{children}</div>
      {error && id && <FieldError id={id}>{error}</FieldError>}
    </fieldset>
  );
}
