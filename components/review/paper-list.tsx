import { classNames } from '@/components/ui/class-names';
import { Icon } from '@/components/ui/icon';
import { Status } from '@/components/ui/status';
import type { Desk } from './use-desk';
import styles from './paper-list.module.css';

/** The papers of a part, each opening its tab of the viewer. */
export function PaperList({ desk }: { desk: Desk }) {
  const { part, paperIndex, looked } = desk;
  if (part.papers.length === 0) return null;
  return (
    <div className={styles.papers}>
      <h3 className={styles.head}>证明材料</h3>
      <ul>
        {part.papers.map(({ key, label, files, isChanged }, index) => (
          <li key={key}>
            <button
              type="button"
              className={classNames(styles.paper, paperIndex === index && styles.current)}
              onClick={() => desk.openPaper(index)}
            >
              <Icon name="file" size="s" />
              <span className={styles.label}>{label}</span>
              <span className={styles.note}>{files.length} 个文件</span>
              {isChanged && <span className={styles.changed}>已更换</span>}
              {desk.isMine && (
                <span className={styles.state}>
                  <Status look="text" tone={looked.has(key) ? 'green' : 'neutral'}>
                    {looked.has(key) ? '已看' : '未看'}
                  </Status>
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
