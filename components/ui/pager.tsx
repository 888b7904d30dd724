import { Anchor } from './anchor';
import { classNames } from './class-names';
import { Icon } from './icon';
import styles from './pager.module.css';

export type PagerProps = {
  previousHref?: string;
  nextHref?: string;
  /** 第 1 至 20 件，共 42 件. */
  summary?: string;
  label?: string;
};

/** Goes page by page from where one is; an end is shown, not hidden, so that nothing jumps. */
export function Pager({ previousHref, nextHref, summary, label = '翻页' }: PagerProps) {
  return (
    <nav aria-label={label} className={styles.pager} data-print="hide">
      {summary && <span className={styles.summary}>{summary}</span>}
      <PageLink href={previousHref} rel="prev" words="上一页" />
      <PageLink href={nextHref} rel="next" words="下一页" />
    </nav>
  );
}

function PageLink({ href, rel, words }: { href?: string; rel: 'prev' | 'next'; words: string }) {
  const inside = (
    <>
      {rel === 'prev' && <Icon name="chevron-left" size="s" />}
      {words}
      {rel === 'next' && <Icon name="chevron-right" size="s" />}
    </>
  );
  if (!href) {
    return (
      <span className={classNames(styles.link, styles.end)} aria-disabled="true">
        {inside}
      </span>
    );
  }
  return (
    <Anchor href={href} rel={rel} className={styles.link}>
      {inside}
    </Anchor>
  );
}
