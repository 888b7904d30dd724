import { Icon } from '@/components/ui/icon';
import type { DeskChange } from '@/lib/review/rules/desk';
import styles from './change-box.module.css';

/** What is different from the submission before; old words struck through, new ones marked. */
export function ChangeBox({ changes, since }: { changes: readonly DeskChange[]; since: number }) {
  return (
    <section className={styles.box} aria-label="变化">
      <h3 className={styles.head}>
        <Icon name="swap" size="s" />
        与第 {since} 次提交相比，变了 {changes.length} 处
      </h3>
      <dl className={styles.list}>
        {changes.map(({ key, label, before, after }) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>
              {before && <del>{before}</del>}
              {after ? <ins>{after}</ins> : <span>已删除</span>}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
