import type { Check } from '@/lib/desk/rules/checks';
import { Status } from '../ui/status';
import { Table } from '../ui/table';

/** What the system found, line by line; a person decides. */
export function CheckList({ checks }: { checks: readonly Check[] }) {
  return (
    <Table
      caption="自动核对"
      dense
      boxed
      columns={[
        { key: 'label', title: '自动核对', width: 'm' },
        { key: 'words', title: '结果' },
      ]}
      rows={checks.map(({ key, label, tone, words }) => ({
        key,
        tone: tone === 'amber' || tone === 'red' ? 'amber' : undefined,
        cells: {
          label,
          words: (
            <Status look="text" tone={tone}>
              {words}
            </Status>
          ),
        },
      }))}
    />
  );
}
