import type { BankRow } from '@/lib/enterprise/rules/bank-sheet';
import styles from '../register/register.module.css';
import { EmptyState } from '../ui/empty-state';
import { Muted, Stack } from '../ui/layout';
import { Table } from '../ui/table';

/** Branches of the bank table. */
export function BankTable({ rows, more, query }: { rows: readonly BankRow[]; more: boolean; query: string }) {
  return (
    <Stack gap={2}>
      <Table
        caption="银行表中的开户行"
        dense
        boxed
        columns={[
          { key: 'name', title: '开户行名称' },
          { key: 'code', title: '联行号', nowrap: true },
          { key: 'city', title: '城市', nowrap: true },
        ]}
        rows={rows.map(({ cnapsCode, name, city }) => ({
          key: cnapsCode,
          cells: { name, code: <span className={styles.code}>{cnapsCode}</span>, city },
        }))}
        empty={
          <EmptyState
            icon="search"
            title={query ? '没有找到' : '还没有银行表'}
            why={query ? '请核对号码或换一段名称。' : '导入之前，企业手填开户行和联行号，系统不作核对。'}
          />
        }
      />
      {more && <Muted>只列出前 50 家，请写得更具体些。</Muted>}
    </Stack>
  );
}
