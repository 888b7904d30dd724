import { paths } from '@/lib/kernel/paths';
import { Anchor } from '../ui/anchor';
import { LinkButton } from '../ui/button';
import { classNames } from '../ui/class-names';
import { Icon } from '../ui/icon';
import { Spoken } from '../ui/layout';
import { ElderSwitch } from './elder-switch';
import type { FrameUser, Park, PortalPlace, SignOut } from './frame-props';
import { Mark } from './mark';
import { SignOutForm } from './sign-out-form';
import styles from './site-header.module.css';

export type SiteHeaderProps = {
  park: Park;
  current?: PortalPlace;
  user?: FrameUser | null;
  signOut?: SignOut;
  /** On phones the search has its own line on public pages only. */
  searchOnPhone?: boolean;
  /** What was searched for. */
  query?: string;
  /** The visitor is on the sign-in page. */
  atLogin?: boolean;
};

const PLACES: readonly { key: PortalPlace; label: string; href: string }[] = [
  { key: 'home', label: '首页', href: paths.home() },
  { key: 'talent', label: '人才服务', href: paths.talentServices() },
  { key: 'enterprise', label: '企业服务', href: '/enterprise' },
  { key: 'notices', label: '通知公示', href: paths.notices() },
];

/** White bar with wordmark, search, 适老化 and sign-in, and the blue band of navigation under it. */
export function SiteHeader({ park, current, user, signOut, searchOnPhone, query, atLogin }: SiteHeaderProps) {
  return (
    <>
      <header className={styles.top} data-print="hide">
        <div className={styles.wrap}>
          <Anchor href={paths.home()} className={styles.wordmark}>
            <Mark />
            <span>{park.wordmark}</span>
          </Anchor>
          <SearchForm query={query} onPhone={searchOnPhone} />
          <div className={styles.tools}>
            <ElderSwitch />
            {user ? (
              signOut && <SignOutForm action={signOut} owner={user?.id} />
            ) : (
              <LinkButton
                href={paths.login()}
                icon="user"
                className={styles.login}
                aria-current={atLogin ? 'page' : undefined}
              >
                登录
              </LinkButton>
            )}
          </div>
        </div>
      </header>
      <Places current={current} />
    </>
  );
}

function Places({ current }: { current?: PortalPlace }) {
  return (
    <nav className={styles.nav} aria-label="主导航" data-print="hide">
      <ul className={styles.places}>
        {PLACES.map((place) => (
          <li key={place.key}>
            <Anchor href={place.href} aria-current={place.key === current ? 'page' : undefined}>
              {place.label}
            </Anchor>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SearchForm({ query, onPhone }: { query?: string; onPhone?: boolean }) {
  return (
    <form action="/search" role="search" className={classNames(styles.search, !onPhone && styles.desktop)}>
      <label>
        <Spoken>搜索事项、公示、常见问题</Spoken>
        <input type="search" name="q" defaultValue={query} placeholder="搜索事项、公示、常见问题" />
      </label>
      <button type="submit" aria-label="搜索">
        <Icon name="search" />
      </button>
    </form>
  );
}
