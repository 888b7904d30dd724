import { Anchor } from '@/components/ui/anchor';
import { Icon } from '@/components/ui/icon';
import { paths } from '@/lib/kernel/paths';
import type { DeskChange } from '@/lib/review/rules/desk';
import styles from './change-box.module.css';

type Props = {
  changes: readonly DeskChange[];
  since: number;
  /** Opens the paper that a key names in the viewer beside. */
  onOpen: (key: string) => void;
};

/** What is different from the submission before; old words struck through, new ones marked. */
export function ChangeBox({ changes, since, onOpen }: Props) {
  return (
    <details className={styles.box} open aria-label="变化">
      <summary className={styles.head}>
        <Icon name="swap" size="s" />
        <h3>
          与第 {since} 次提交相比，变了 {changes.length} 处
        </h3>
      </summary>
      <dl className={styles.list}>
        {changes.map((change) => (
          <div key={change.key}>
            <dt>{change.label}</dt>
            <dd>{change.files ? <Papers change={change} onOpen={onOpen} /> : <Words change={change} />}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

function Words({ change: { before, after } }: { change: DeskChange }) {
  return (
    <>
      {before && <del>{before}</del>}
      {after ? <ins>{after}</ins> : <span>已删除</span>}
    </>
  );
}

/** Both files: the old one in a window of its own, the new one in the viewer, so that they can be compared. */
function Papers({ change: { after, files }, onOpen }: { change: DeskChange; onOpen: Props['onOpen'] }) {
  const now = files?.after;
  return (
    <>
      {files?.before.map(({ fileId, name }) => (
        <del key={fileId}>
          <Anchor href={paths.file(fileId, 'view')} target="_blank" title="在新窗口打开原文件">
            {name}
          </Anchor>
        </del>
      ))}
      {now && after ? (
        <ins>
          <button type="button" onClick={() => onOpen(now)}>
            {after}
          </button>
        </ins>
      ) : (
        <span>已删除</span>
      )}
    </>
  );
}
