import type { ReactNode } from 'react';
import { paths } from '@/lib/kernel/paths';
import { Announcer } from '../ui/announcer';
import { EnterpriseBar } from './enterprise-bar';
import type { FooterColumn, MenuItem, Park, PortalPlace, SignOut, Support } from './frame-props';
import { SideMenu } from './side-menu';
import { SiteFooter } from './site-footer';
import { SiteHeader } from './site-header';
import { IdleWatch } from './idle-watch';
import { SkipLink } from './skip-link';
import styles from './enterprise-frame.module.css';

export type EnterpriseFrameProps = {
  park: Park;
  current?: PortalPlace;
  enterprise: { name: string; uscc: string };
  /** `roleLabel` as shown in brackets: super（超级用户）. */
  user: { id?: string; username: string; roleLabel: string };
  signOut?: SignOut;
  menuTitle?: string;
  menu: readonly MenuItem[];
  support: Support;
  footerLinks?: readonly FooterColumn[];
  footerNote?: string;
  /** Stands above every page. */
  notice?: ReactNode;
  children: ReactNode;
};

/** The portal's head, the line with the enterprise, the left menu, the page. */
export function EnterpriseFrame(props: EnterpriseFrameProps) {
  const { park, current = 'talent', enterprise, user, signOut, menuTitle = '人才服务用户空间', menu, support } = props;
  return (
    <div className={styles.page}>
      <SkipLink />
      <SiteHeader
        park={park}
        current={current}
        user={{ id: user.id, label: user.username, home: paths.enterpriseHome() }}
        signOut={signOut}
      />
      <EnterpriseBar {...enterprise} user={`${user.username}（${user.roleLabel}）`} />
      <div className={styles.shell}>
        <SideMenu title={menuTitle} items={menu} />
        <main id="main" tabIndex={-1} className={styles.main}>
          {props.notice && <div className={styles.notice}>{props.notice}</div>}
          {props.children}
        </main>
      </div>
      <SiteFooter park={park} support={support} links={props.footerLinks} note={props.footerNote} />
      <IdleWatch />
      <Announcer />
    </div>
  );
}
