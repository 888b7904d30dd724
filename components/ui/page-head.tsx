import { Fragment, type ReactNode } from 'react';
import { Anchor } from './anchor';
import { Icon } from './icon';
import styles from './page-head.module.css';

export type Crumb = { label: string; href?: string };

/** Where one is. On a phone only the step back is shown. */
export function Breadcrumb({ items }: { items: readonly Crumb[] }) {
  const back = items.filter((item) => item.href).at(-1);
  return (
    <nav aria-label="您的位置" className={styles.crumbs} data-print="hide">
      <ol className={styles.path}>
        {items.map((item, place) => (
          <Fragment key={item.label}>
            {place > 0 && (
              <li aria-hidden className={styles.mark}>
                <Icon name="chevron-right" size="s" />
              </li>
            )}
            <li>
              {item.href ? (
                <Anchor href={item.href}>{item.label}</Anchor>
              ) : (
                <span aria-current="page">{item.label}</span>
              )}
            </li>
          </Fragment>
        ))}
      </ol>
      {back?.href && (
        <Anchor href={back.href} className={styles.back}>
          <Icon name="chevron-left" size="s" />
          {back.label}
        </Anchor>
      )}
    </nav>
  );
}

export type PageHeadProps = {
  breadcrumb?: readonly Crumb[];
  title: ReactNode;
  /** A `Status` beside the title. */
  status?: ReactNode;
  /** Short facts under the title; several children stand apart. */
  meta?: ReactNode;
  /** An amount or buttons at the right. */
  aside?: ReactNode;
};

/** Head of a page: place, title with its state, short facts, and what weighs most at the right. */
export function PageHead({ breadcrumb, title, status, meta, aside }: PageHeadProps) {
  return (
    <header className={styles.head}>
      {breadcrumb && breadcrumb.length > 0 && <Breadcrumb items={breadcrumb} />}
      <div className={styles.line}>
        <div className={styles.words}>
          <div className={styles.title}>
            <h1>{title}</h1>
            {status}
          </div>
          {meta && <div className={styles.meta}>{meta}</div>}
        </div>
        {aside && <div className={styles.aside}>{aside}</div>}
      </div>
    </header>
  );
}

/** The amount at the right of a page head, with a line of words under it. */
export function HeadFigure({ figure, note }: { figure: ReactNode; note?: ReactNode }) {
  return (
    <div className={styles.figure}>
      <b>{figure}</b>
      {note && <span>{note}</span>}
    </div>
  );
}
