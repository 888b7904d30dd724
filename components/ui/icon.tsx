import { classNames } from './class-names';
import { ICON_PATHS, type IconName } from './icon-paths';
import styles from './icon.module.css';

export type { IconName } from './icon-paths';

export type IconProps = {
  name: IconName;
  /** s 16 px beside small text, m 20 px (default), l 24 px, xl 40 px for state pages. */
  size?: 's' | 'm' | 'l' | 'xl';
  /** Spoken name; without it the icon is decoration and hidden from assistive technology. */
  label?: string;
  className?: string;
};

/** A line icon in the colour of the text around it. */
export function Icon({ name, size = 'm', label, className }: IconProps) {
  const spoken = label ? ({ role: 'img', 'aria-label': label } as const) : ({ 'aria-hidden': true } as const);
  return (
    <svg className={classNames(styles.icon, styles[size], className)} viewBox="0 0 24 24" focusable="false" {...spoken}>
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
