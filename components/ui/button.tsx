import type { ButtonHTMLAttributes, ReactNode, Ref } from 'react';
import { Anchor, type AnchorProps } from './anchor';
import { classNames } from './class-names';
import { Icon, type IconName } from './icon';
import styles from './button.module.css';

/** primary: the one thing to do; secondary: blue outline; plain: grey outline; quiet: text only; danger: binds or destroys. */
export type ButtonVariant = 'primary' | 'secondary' | 'plain' | 'quiet' | 'danger';

export type ButtonLook = {
  variant?: ButtonVariant;
  /** s 32 px in rows and tables, m 40 px (default), l 48 px for the main act of a page. At least 44 px on a phone. */
  size?: 's' | 'm' | 'l';
  icon?: IconName;
  /** Icon after the words, for 下一步. */
  iconAfter?: IconName;
  /** Fills the width of its box. */
  full?: boolean;
};

export type ButtonProps = ButtonHTMLAttributes<HTMLButtonElement> &
  ButtonLook & { pending?: boolean; ref?: Ref<HTMLButtonElement> };

/** The classes of a button, for an element that must look like one (a `<label>`, a `<summary>`). */
export function buttonClass({ variant = 'secondary', size = 'm', full }: ButtonLook): string {
  return classNames(styles.button, styles[variant], styles[`size-${size}`], full && styles.full);
}

function Words({ icon, iconAfter, pending, children }: ButtonLook & { pending?: boolean; children: ReactNode }) {
  return (
    <>
      {pending ? <span className={styles.spinner} aria-hidden /> : icon && <Icon name={icon} />}
      <span className={styles.words}>{children}</span>
      {iconAfter && <Icon name={iconAfter} size="s" />}
    </>
  );
}

/** A button. While `pending` it keeps the focus, says so to assistive technology and takes no click. */
export function Button({ variant, size, icon, iconAfter, full, pending, className, children, ...rest }: ButtonProps) {
  const look = { variant, size, icon, iconAfter, full };
  return (
    <button
      type="button"
      aria-disabled={pending || undefined}
      aria-busy={pending || undefined}
      {...rest}
      className={classNames(buttonClass(look), className)}
    >
      <Words {...look} pending={pending}>
        {children}
      </Words>
    </button>
  );
}

/** A link that looks like a button, for acts that only lead somewhere. */
export function LinkButton({
  variant,
  size,
  icon,
  iconAfter,
  full,
  className,
  children,
  ...rest
}: AnchorProps & ButtonLook) {
  const look = { variant, size, icon, iconAfter, full };
  return (
    <Anchor {...rest} className={classNames(buttonClass(look), className)}>
      <Words {...look}>{children}</Words>
    </Anchor>
  );
}

export type IconButtonProps = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'children'> & {
  /** Spoken name and tooltip. */
  label: string;
  icon: IconName;
  /** Draws the outline; without it the button is bare until pointed at. */
  outlined?: boolean;
};

/** A square button with an icon only. */
export function IconButton({ label, icon, outlined, className, ...rest }: IconButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={classNames(styles['icon-button'], outlined && styles.outlined, className)}
    >
      <Icon name={icon} />
    </button>
  );
}
