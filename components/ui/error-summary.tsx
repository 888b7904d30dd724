'use client';

import { useEffect, useRef, type MouseEvent } from 'react';
import { Icon } from './icon';
import styles from './error-summary.module.css';

export type ErrorItem = { label: string; /** `#field-id`, or the page where it is mended. */ href: string };

export type ErrorSummaryProps = {
  /** Default: 尚未提交，有 N 处需要更正. */
  title?: string;
  items: readonly ErrorItem[];
  /** When it changes, the focus is called again; without one, when the errors do. */
  stamp?: string | number;
};

/** All that is wrong, at the top, each a link to its field. Takes the focus when it appears. */
export function ErrorSummary({ title, items, stamp }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null);
  // With a stamp the caller says when: a list that grows shorter while one mends must not take the focus away.
  const occasion = stamp ?? items.map((item) => item.href + item.label).join('|');

  useEffect(() => {
    box.current?.focus();
  }, [occasion]);

  if (items.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} role="alert" className={styles.summary}>
      <Icon name="error" className={styles.icon} />
      <div>
        <p className={styles.title}>{title ?? `尚未提交，有 ${items.length} 处需要更正`}</p>
        <ul className={styles.list}>
          {items.map((item) => (
            <li key={item.href + item.label}>
              <a href={item.href} onClick={focusTarget}>
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}

/** Lands in the field itself: some browsers only scroll when a fragment is followed. */
function focusTarget(event: MouseEvent<HTMLAnchorElement>) {
  const href = event.currentTarget.getAttribute('href') ?? '';
  if (!href.startsWith('#')) return;
  const field = document.getElementById(decodeURIComponent(href.slice(1)));
  if (!field) return;
  event.preventDefault();
  field.focus();
  field.scrollIntoView?.({ block: 'center' });
}
