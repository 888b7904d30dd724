import type { InputHTMLAttributes, ReactNode } from 'react';
import { classNames } from './class-names';
import { FieldError } from './field';
import { fieldIds, hintId } from './field-ids';
import styles from './choice.module.css';

export type Choice = {
  value: string;
  label: ReactNode;
  /** Small words after or under the label. */
  note?: ReactNode;
  /** At the right: an amount, a link. */
  aside?: ReactNode;
  disabled?: boolean;
};

type GroupBasics = {
  /** Id of the group; the first choice carries it, so that an error summary lands there. */
  id: string;
  name: string;
  legend: ReactNode;
  /** Legend for the ear only, where a heading already says it. */
  legendHidden?: boolean;
  aside?: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  optional?: boolean;
};

export type RadioGroupProps = GroupBasics & {
  options: readonly Choice[];
  value?: string;
  defaultValue?: string;
  onChange?: (value: string) => void;
  /** rows: boxed list, one under another (default); inline: beside one another, for two or three short ones. */
  look?: 'rows' | 'inline';
};

/** One of several. */
export function RadioGroup({ options, value, defaultValue, onChange, look = 'rows', ...group }: RadioGroupProps) {
  const { id, name, hint, error } = group;
  const described = fieldIds({ id, hint, error });
  return (
    <Group {...group}>
      <div className={classNames(styles[look], Boolean(error) && styles.bad)}>
        {options.map((option, index) => (
          <label key={option.value} className={classNames(styles.choice, option.disabled && styles.off)}>
            <input
              type="radio"
              {...(index === 0 ? described : { id: `${id}-${option.value}` })}
              name={name}
              value={option.value}
              disabled={option.disabled}
              {...(value === undefined
                ? { defaultChecked: option.value === defaultValue }
                : { checked: option.value === value })}
              onChange={onChange && (() => onChange(option.value))}
            />
            <ChoiceWords {...option} />
          </label>
        ))}
      </div>
    </Group>
  );
}

function Group({
  id,
  legend,
  legendHidden,
  aside,
  hint,
  error,
  optional,
  children,
}: GroupBasics & { children: ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend className={classNames(styles.legend, legendHidden && styles.hidden)}>
        <span>
          {legend}
          {optional && <span className={styles.optional}>选填</span>}
        </span>
        {aside && <span className={styles.aside}>{aside}</span>}
      </legend>
      {hint && (
        <p id={hintId(id)} className={styles.hint}>
          {hint}
        </p>
      )}
      {children}
      {error && <FieldError id={id}>{error}</FieldError>}
    </fieldset>
  );
}

function ChoiceWords({ label, note, aside }: Pick<Choice, 'label' | 'note' | 'aside'>) {
  return (
    <>
      <span className={styles.words}>
        <span className={styles.label}>{label}</span>
        {note && <span className={styles.note}>{note}</span>}
      </span>
      {aside && <span className={styles.end}>{aside}</span>}
    </>
  );
}

export type CheckboxProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'type'> & {
  id: string;
  label: ReactNode;
  note?: ReactNode;
  error?: ReactNode;
  /** Label for the ear only, in a table's first column. */
  labelHidden?: boolean;
};

/** Yes or no: 我已阅读并同意. */
export function Checkbox({ id, label, note, error, labelHidden, ...rest }: CheckboxProps) {
  return (
    <div className={styles.single}>
      <label className={classNames(styles.choice, labelHidden && styles.bare)}>
        <input {...rest} {...fieldIds({ id, error })} type="checkbox" />
        <span className={classNames(styles.words, labelHidden && styles.hidden)}>
          <span className={styles.label}>{label}</span>
          {note && <span className={styles.note}>{note}</span>}
        </span>
      </label>
      {error && <FieldError id={id}>{error}</FieldError>}
    </div>
  );
}

export type CheckboxGroupProps = GroupBasics & { options: readonly Choice[]; defaultValues?: readonly string[] };

/** Several of several; each is sent under the same name. */
export function CheckboxGroup({ options, defaultValues = [], ...group }: CheckboxGroupProps) {
  const described = fieldIds(group);
  return (
    <Group {...group}>
      <div className={classNames(styles.rows, Boolean(group.error) && styles.bad)}>
        {options.map((option, index) => (
          <label key={option.value} className={classNames(styles.choice, option.disabled && styles.off)}>
            <input
              type="checkbox"
              {...(index === 0 ? described : { id: `${group.id}-${option.value}` })}
              name={group.name}
              value={option.value}
              disabled={option.disabled}
              defaultChecked={defaultValues.includes(option.value)}
            />
            <ChoiceWords {...option} />
          </label>
        ))}
      </div>
    </Group>
  );
}
