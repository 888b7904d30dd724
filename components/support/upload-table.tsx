import { successRate, type BrowserFigures } from '@/lib/files/rules/upload-figures';
import { EmptyState } from '../ui/empty-state';
import { Status } from '../ui/status';
import { Table } from '../ui/table';

type UploadTableProps = {
  readonly all: BrowserFigures;
  readonly browsers: readonly BrowserFigures[];
  /** By the words of the browser. */
  readonly failing: readonly string[];
};

/** How uploads ended, browser by browser, most failures first. */
export function UploadTable({ all, browsers, failing }: UploadTableProps) {
  return (
    <Table
      caption="上传情况"
      boxed
      dense
      columns={[
        { key: 'browser', title: '浏览器' },
        { key: 'rate', title: '成功率', align: 'end' },
        { key: 'stored', title: '已存好', align: 'end' },
        { key: 'refused', title: '不合要求', align: 'end' },
        { key: 'cancelled', title: '自行取消', align: 'end' },
        { key: 'broken', title: '没有传完', align: 'end' },
        { key: 'stuck', title: '现在停住', align: 'end' },
      ]}
      rows={browsers.length === 0 ? [] : [...browsers.map((one) => row(one, failing)), total(all)]}
      empty={<EmptyState icon="upload" title="还没有上传" why="企业上传文件后，各浏览器的成功率会列在这里。" />}
    />
  );
}

function row(one: BrowserFigures, failing: readonly string[]) {
  const isFailing = failing.includes(one.browser);
  return { key: one.browser, ...(isFailing && { tone: 'amber' as const }), cells: cellsOf(one, isFailing) };
}

const total = (all: BrowserFigures) => ({ key: 'total', tone: 'total' as const, cells: cellsOf(all, false) });

function cellsOf(one: BrowserFigures, isFailing: boolean) {
  const rate = successRate(one);
  const percent = rate === null ? '—' : `${Math.floor(rate * 1000) / 10}%`;
  return {
    browser: one.browser,
    rate: isFailing ? <Status tone="red">{percent}</Status> : percent,
    stored: one.stored,
    refused: one.refused,
    cancelled: one.cancelled,
    broken: one.broken,
    stuck: one.stuck,
  };
}
