import { Fragment, type ReactNode } from 'react';
import { paths } from '@/lib/kernel/paths';
import { Anchor } from '../ui/anchor';
import { Announcer } from '../ui/announcer';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { Spoken } from '../ui/layout';
import type { Crumb } from '../ui/page-head';
import { Kbd } from '../ui/status';
import type { Park, SignOut, StaffMenuGroup } from './frame-props';
import { IdleWatch } from './idle-watch';
import { SignOutForm } from './sign-out-form';
import { SkipLink } from './skip-link';
import { StaffShell } from './staff-shell';
import styles from './staff-frame.module.css';

export type StaffFrameProps = {
  park: Park;
  breadcrumb?: readonly Crumb[];
  menu: readonly StaffMenuGroup[];
  /** Small lines at the foot of the menu: 今天已办 7 件. */
  menuFoot?: string;
  /** Begins folded whatever was chosen before: pages that need the width. */
  rail?: boolean;
  /** `action` answers `?q=`. */
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
  const fill = height === 'fill';
  return (
    <>
      <SkipLink />
      <StaffShell bar={<StaffBar {...bar} />} groups={menu} menuFoot={menuFoot} rail={rail} fill={fill}>
        <main id="main" tabIndex={-1} className={classNames(styles.main, fill && styles.fill)}>
          {children}
        </main>
        {foot && (
          <div role="region" aria-label="办理" className={styles.foot} data-print="hide">
            {foot}
          </div>
        )}
      </StaffShell>
      <IdleWatch />
      <Announcer />
    </>
  );
}

type BarProps = Omit<StaffFrameProps, 'menu' | 'menuFoot' | 'rail' | 'children' | 'foot' | 'height'>;

function StaffBar({ park, breadcrumb = [], search, messages, keys, user, signOut }: BarProps) {
  return (
    <>
      <b className={styles.wordmark}>{park.wordmark}</b>
      <nav aria-label="所在栏目" className={styles.crumbs}>
        {breadcrumb.map((crumb, place) => (
          <Fragment key={crumb.label}>
            {place > 0 && <Icon name="chevron-right" size="s" />}
            {crumb.href ? <Anchor href={crumb.href}>{crumb.label}</Anchor> : <b aria-current="page">{crumb.label}</b>}
          </Fragment>
        ))}
      </nav>
      {search && <SearchForm {...search} />}
      {messages && (
        <Anchor href={messages.href} className={styles.tool}>
          <Icon name="bell" />
          消息 {messages.count}
        </Anchor>
      )}
      {keys}
      <Anchor href={paths.staffAccount()} className={styles.tool}>
        <Icon name="user" />
        {user.label}
      </Anchor>
      {signOut && <SignOutForm action={signOut} />}
    </>
  );
}

function SearchForm({ action, placeholder, query }: { action: string; placeholder: string; query?: string }) {
  return (
    <form action={action} role="search" className={styles.search}>
      <Icon name="search" size="s" />
      <label>
        <Spoken>{placeholder}</Spoken>
        <input type="search" name="q" defaultValue={query} placeholder={placeholder} data-hotkey="/" />
      </label>
      <Kbd>/</Kbd>
    </form>
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
