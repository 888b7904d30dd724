import { Fragment, type ReactNode } from 'react';
import { Anchor } from '../ui/anchor';
import { Announcer } from '../ui/announcer';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { Spoken } from '../ui/layout';
import type { Crumb } from '../ui/page-head';
import { Kbd } from '../ui/status';
import type { MenuItem, Park, SignOut } from './frame-props';
import { SignOutForm } from './sign-out-form';
import { SkipLink } from './skip-link';
import { StaffMenu } from './staff-menu';
import styles from './staff-frame.module.css';

export type StaffMenuGroup = { title: string; items: readonly MenuItem[] };

export type StaffFrameProps = {
  park: Park;
  breadcrumb?: readonly Crumb[];
  menu: readonly StaffMenuGroup[];
  /** Small lines at the foot of the menu: 今天已办 7 件. */
  menuFoot?: string;
  /** Begins folded whatever was chosen before: pages that need the width. */
  rail?: boolean;
  search?: { action: string; placeholder: string; query?: string };
  messages?: { href: string; count: number };
  /** Opens the list of keys; drawn by the page. */
  keys?: ReactNode;
  /** `label` with role first: 初审 林知远. */
  user: { label: string };
  signOut?: SignOut;
  children: ReactNode;
  /** The bar at the foot of the window: decisions, keys. */
  foot?: ReactNode;
  /** fill: the page is as high as the window and scrolls inside its panes (review). */
  height?: 'flow' | 'fill';
};

/** Slim bar with search, menu with counts that folds to a rail, dense content. */
export function StaffFrame({ menu, menuFoot, rail, children, foot, height = 'flow', ...bar }: StaffFrameProps) {
  return (
    <div className={classNames(styles.page, styles[height])}>
      <SkipLink />
      <StaffMenu groups={menu} foot={menuFoot} rail={rail} />
      <div className={styles.column}>
        <StaffBar {...bar} />
        <main id="main" tabIndex={-1} className={styles.main}>
          {children}
        </main>
        {foot && (
          <div className={styles.foot} data-print="hide">
            {foot}
          </div>
        )}
      </div>
      <Announcer />
    </div>
  );
}

type BarProps = Omit<StaffFrameProps, 'menu' | 'menuFoot' | 'rail' | 'children' | 'foot' | 'height'>;

function StaffBar({ park, breadcrumb = [], search, messages, keys, user, signOut }: BarProps) {
  return (
    <header className={styles.bar} data-print="hide">
      <b className={styles.wordmark}>{park.wordmark}</b>
      <nav aria-label="您的位置" className={styles.crumbs}>
        {breadcrumb.map((crumb, place) => (
          <Fragment key={crumb.label}>
            {place > 0 && <Icon name="chevron-right" size="s" />}
            {crumb.href ? <Anchor href={crumb.href}>{crumb.label}</Anchor> : <b aria-current="page">{crumb.label}</b>}
          </Fragment>
        ))}
      </nav>
      {search && (
        <form action={search.action} role="search" className={styles.search}>
          <Icon name="search" size="s" />
          <label>
            <Spoken>{search.placeholder}</Spoken>
            <input
              type="search"
              name="q"
              defaultValue={search.query}
              placeholder={search.placeholder}
              data-hotkey="/"
            />
          </label>
          <Kbd>/</Kbd>
        </form>
      )}
      {messages && (
        <Anchor href={messages.href} className={styles.tool}>
          <Icon name="bell" />
          消息 {messages.count}
        </Anchor>
      )}
      {keys}
      <span className={styles.tool}>
        <Icon name="user" />
        {user.label}
      </span>
      {signOut && <SignOutForm action={signOut} />}
    </header>
  );
}

/** Title line of a staff page: title, small words, buttons at the right. */
export function StaffHead({ title, note, actions }: { title: ReactNode; note?: ReactNode; actions?: ReactNode }) {
  return (
    <div className={styles.head}>
      <h1>{title}</h1>
      {note && <span className={styles.note}>{note}</span>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
