import { LinkButton } from '@/components/ui/button';
import { paths } from '@/lib/kernel/paths';
import type { PageMark } from './page-marks';
import { PagePicture } from './page-picture';
import type { Pen } from './use-pen';
import type { Paging } from './use-paging';
import styles from './file-viewer.module.css';

type LeafProps = {
  paging: Paging;
  label: string;
  /** Of the page that is looked at. */
  marks?: readonly PageMark[];
  pen?: Pen;
};

/** The page that is looked at: a picture, or a drawn page of a PDF, so that every browser shows the same. */
export function Leaf({ paging, label, marks, pen }: LeafProps) {
  const { file, pages, page, zoom, turn } = paging;
  if (!file) return null;
  if (!file.isPdf) {
    return (
      <PagePicture key={file.fileId} href={paths.file(file.fileId, 'view')} {...{ label, zoom, turn, marks, pen }} />
    );
  }
  if (pages === null) {
    return (
      <p className={styles.broken} role="status">
        正在打开 PDF…
      </p>
    );
  }
  if (pages.drawn === 0) {
    return (
      <div className={styles.broken}>
        <p>这个 PDF 不能在页面中显示。</p>
        <LinkButton size="s" icon="external" href={paths.file(file.fileId, 'view')} target="_blank">
          在新窗口打开
        </LinkButton>
      </div>
    );
  }
  const href = paths.file(file.fileId, `page-${page}`);
  return <PagePicture key={href} href={href} label={`${label}，第 ${page} 页`} {...{ zoom, turn, marks, pen }} />;
}

/** `第 2 页，共 5 页`; a long PDF says how much of it is drawn. */
export function pageWords({ pages, page }: Paging): string {
  if (!pages || pages.count < 2) return '';
  const rest = pages.count > pages.drawn ? `，仅显示前 ${pages.drawn} 页` : '';
  return `第 ${page} 页，共 ${pages.count} 页${rest}`;
}
