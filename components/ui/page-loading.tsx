import { Spoken } from './layout';
import { Skeleton } from './skeleton';
import styles from './page-loading.module.css';

/** Stands while a page comes; nothing is seen of it in the first 300 ms. */
export function PageLoading({ shape = 'card' }: { shape?: 'card' | 'table' | 'text' }) {
  return (
    <div className={styles.loading} role="status">
      <Spoken>正在打开页面</Spoken>
      <div className={styles.title}>
        <Skeleton shape="text" lines={2} />
      </div>
      <Skeleton shape={shape} lines={shape === 'table' ? 8 : 3} />
    </div>
  );
}
