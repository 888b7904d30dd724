'use client';

import { useId, useState, type ReactNode } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { Anchor } from '../ui/anchor';
import { classNames } from '../ui/class-names';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { Notice } from '../ui/notice';
import type { Done } from './entry-calls';
import styles from './entry-list.module.css';

export type Entry = { readonly id: string; readonly title: string; readonly lines: readonly string[] };

export type EntryListProps = {
  /** What an entry is called: 联系人, 账户. */
  word: string;
  entries: readonly Entry[];
  /** Said where there are none. */
  emptyWhy: string;
  /** The change dialog of an entry; missing where the reader may only look. */
  change?: (entry: Entry) => ReactNode;
  retire?: (id: string) => Promise<Done>;
  retired?: () => void;
  /** Given together: one of them is chosen by its radio. */
  chosenId?: string | null;
  onChoose?: (id: string) => void;
};

/** The enterprise's contacts or accounts: read, changed, retired, and where asked for chosen from. */
export function EntryList(props: EntryListProps) {
  const { word, entries, emptyWhy, change, retire, retired, chosenId, onChoose } = props;
  const group = useId();
  const [refused, setRefused] = useState<Explained | null>(null);
  if (entries.length === 0) return <EmptyState title={`还没有${word}`} why={emptyWhy} />;

  async function confirmed(id: string) {
    const done = await retire?.(id);
    setRefused(done && !done.ok ? done.explained : null);
    if (done?.ok) retired?.();
  }

  return (
    <>
      {refused && <Refused {...refused} />}
      <ul>
        {entries.map((entry) => (
          <li key={entry.id} className={classNames(styles.entry, chosenId === entry.id && styles.chosen)}>
            {onChoose ? (
              <label className={styles.pick}>
                <input type="radio" name={group} checked={chosenId === entry.id} onChange={() => onChoose(entry.id)} />
                <Words {...entry} />
              </label>
            ) : (
              <div className={styles.pick}>
                <Words {...entry} />
              </div>
            )}
            <div className={styles.acts}>
              {change?.(entry)}
              {retire && (
                <ConfirmDialog
                  label="停用"
                  look={{ size: 's', variant: 'quiet', icon: 'stop' }}
                  title={`停用这个${word}？`}
                  thing={entry.title}
                  consequence={`停用后不能再选用；已提交的申请、已开具的收据不受影响。`}
                  undoUntil="需要时可以重新新增一条。"
                  confirmLabel="停用"
                  danger
                  action={() => confirmed(entry.id)}
                />
              )}
            </div>
          </li>
        ))}
      </ul>
    </>
  );
}

function Words({ title, lines }: Entry) {
  return (
    <span className={styles.words}>
      <b>{title}</b>
      {lines.map((line) => (
        <span key={line}>{line}</span>
      ))}
    </span>
  );
}

function Refused({ title, why, next }: Explained) {
  return (
    <div className={styles.refused}>
      <Notice tone="amber" role="alert" title={title}>
        <p>{why}</p>
        {next.map(({ label, href }) => (
          <p key={label}>{href ? <Anchor href={href}>{label}</Anchor> : label}</p>
        ))}
      </Notice>
    </div>
  );
}
