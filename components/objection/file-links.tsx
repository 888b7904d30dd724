import { formatBytes } from '@/lib/files/rules/upload-limits';
import { paths } from '@/lib/kernel/paths';
import type { DeskFile } from '@/lib/objection/rules/desk-view';
import { Anchor } from '../ui/anchor';
import styles from './objection.module.css';

/** Papers as links that open beside the page. */
export function FileLinks({ files }: { files: readonly DeskFile[] }) {
  return files.map(({ id, originalName, sizeBytes }) => (
    <p key={id} className={styles.paper}>
      <Anchor href={paths.objectionFile(id)} target="_blank">
        {originalName}
      </Anchor>
      <span className={styles.size}>{formatBytes(sizeBytes)}</span>
    </p>
  ));
}
