import { Anchor } from '../ui/anchor';
import { defaultFooterLinks } from './footer-links';
import type { FooterColumn, Park, Support } from './frame-props';
import styles from './site-footer.module.css';

export type SiteFooterProps = {
  park: Park;
  support: Support;
  links?: readonly FooterColumn[];
  /** Last line at the right, e.g. that the data is invented. */
  note?: string;
  /** Registration marks, only when configured: ICP备案 and the like. */
  marks?: readonly string[];
};

/** 技术支持, the links that exist, and the wordmark. */
export function SiteFooter({ park, support, links = defaultFooterLinks, note, marks = [] }: SiteFooterProps) {
  return (
    <footer className={styles.foot} data-print="hide">
      <div className={styles.wrap}>
        <div className={styles.columns}>
          <section className={styles.support}>
            <h2>技术支持</h2>
            <SupportLines {...support} />
          </section>
          {links.map((column) => (
            <section key={column.title}>
              <h2>{column.title}</h2>
              <ul>
                {column.links.map((link) => (
                  <li key={link.href + link.label}>
                    <Anchor href={link.href}>{link.label}</Anchor>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
        <div className={styles.base}>
          <span>{park.wordmark}</span>
          {marks.map((mark) => (
            <span key={mark}>{mark}</span>
          ))}
          {note && <span className={styles.note}>{note}</span>}
        </div>
      </div>
    </footer>
  );
}

/** 开发单位, 邮箱, 电话, 技术支持QQ; also used on pages that ask one to ring. */
export function SupportLines({ unit, email, phone, hours, qq }: Support) {
  const lines = [
    { label: '开发单位', value: unit },
    { label: '电话', value: phone && `${phone}${hours ? `（${hours}）` : ''}` },
    { label: '邮箱', value: email },
    { label: '技术支持QQ', value: qq },
  ];
  return (
    <dl className={styles.lines}>
      {lines.map(
        ({ label, value }) =>
          value && (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
