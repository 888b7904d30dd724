import type { ReactNode } from 'react';
import { Button } from '../ui/button';
import { classNames } from '../ui/class-names';
import { Status } from '../ui/status';
import styles from './pick-dialog.module.css';

export type Entry = {
  readonly id: string;
  readonly title: string;
  readonly note: string;
  /** What of it may stand in the form that changes it. */
  readonly start: Readonly<Record<string, string>>;
};

export type PickEntryProps = {
  group: string;
  entry: Entry;
  word: string;
  isChosen: boolean;
  isCurrent: boolean;
  pick: () => void;
  edit: () => void;
  retire: () => void;
  /** The form that changes it, where it is open. */
  children?: ReactNode;
};

/** One entry of the list: chosen by its radio; changed or retired unless it is in use here. */
export function PickEntry(props: PickEntryProps) {
  const { group, entry, word, isChosen, isCurrent, pick, edit, retire, children } = props;
  return (
    <>
      <li className={classNames(styles.entry, isChosen && styles.chosen)}>
        <label className={styles.pick}>
          <input type="radio" name={group} checked={isChosen} onChange={pick} />
          <span>
            <span className={styles.title}>
              {entry.title}
              {isCurrent && (
                <Status tone="neutral" icon="check-circle">
                  当前使用
                </Status>
              )}
            </span>
            <span className={styles.note}>{entry.note}</span>
          </span>
        </label>
        <div className={styles.acts}>
          {isCurrent ? (
            '先更换，再停用'
          ) : (
            <>
              <Button size="s" variant="quiet" icon="pen" onClick={edit} aria-label={`修改${word} ${entry.title}`}>
                修改
              </Button>
              <Button size="s" variant="quiet" icon="stop" onClick={retire} aria-label={`停用${word} ${entry.title}`}>
                停用
              </Button>
            </>
          )}
        </div>
      </li>
      {children && <li>{children}</li>}
    </>
  );
}
