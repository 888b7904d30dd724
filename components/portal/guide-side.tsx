import { paths } from '@/lib/kernel/paths';
import { formatDay } from '@/lib/kernel/shanghai-day';
import { Anchor } from '../ui/anchor';
import { LinkButton } from '../ui/button';
import { Icon } from '../ui/icon';
import type { GuideProps } from './guide-props';
import { PrintButton } from './print-button';
import { whenOpen } from './programme-list';
import styles from './guide-side.module.css';

/** Beside the guide: how long one may still apply, and the things to do with it. */
export function GuideSide({ code, config, window, opensNextOn }: GuideProps) {
  const [ask] = config.guide.contact;
  return (
    <aside className={styles.side} aria-label="办理" data-print="hide">
      <div className={styles.box}>
        {window?.state === 'open' ? (
          <>
            <p className={styles.large}>{window.daysLeft === 0 ? '今天截止' : `还剩 ${window.daysLeft} 天`}</p>
            <p className={styles.small}>{formatDay(window.closesOn)} 24:00 截止</p>
            <LinkButton variant="primary" size="l" full href={paths.apply(code)}>
              在线办理
            </LinkButton>
          </>
        ) : (
          <>
            <p className={styles.large}>{window?.state === 'before' ? '尚未开始' : '现在不受理'}</p>
            <p className={styles.small}>{whenOpen(window, opensNextOn)}</p>
          </>
        )}
      </div>
      <ul className={styles.box}>
        <li>
          <PrintButton>打印办事指南</PrintButton>
        </li>
        <li>
          <Anchor href={paths.progress()} className={styles.link}>
            <Icon name="search" />
            查询办理进度
          </Anchor>
        </li>
      </ul>
      {ask && (
        <div className={styles.box}>
          <p className={styles.small}>{ask.term}</p>
          <p className={styles.ask}>{ask.text}</p>
        </div>
      )}
    </aside>
  );
}
