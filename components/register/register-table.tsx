import type { RegisterRow } from '@/lib/enterprise/rules/register-sheet';
import { isStruckOff } from '@/lib/enterprise/rules/register-entry';
import { EmptyState } from '../ui/empty-state';
import { Muted, Stack } from '../ui/layout';
import { Status } from '../ui/status';
import { Table } from '../ui/table';
import styles from './register.module.css';

type Row = RegisterRow & { readonly asOf: string };

/** Enterprises of the register as it words them. */
export function RegisterTable({ rows, more, query }: { rows: readonly Row[]; more: boolean; query: string }) {
  return (
    <Stack gap={2}>
      <Table
        caption="法人库中的企业"
        dense
        boxed
        columns={[
          { key: 'name', title: '企业名称' },
          { key: 'uscc', title: '统一社会信用代码', nowrap: true },
          { key: 'type', title: '企业类型' },
          { key: 'person', title: '法定代表人' },
          { key: 'address', title: '注册地址' },
          { key: 'since', title: '成立日期', nowrap: true },
          { key: 'status', title: '登记状态', nowrap: true },
          { key: 'asOf', title: '数据日期', nowrap: true },
        ]}
        rows={rows.map((row) => ({
          key: row.uscc,
          cells: {
            name: row.name,
            uscc: <span className={styles.code}>{row.uscc}</span>,
            type: row.type,
            person: row.legalRepresentative,
            address: row.registeredAddress,
            since: row.establishedOn,
            status: (
              <Status look="text" tone={isStruckOff(row.status) ? 'red' : 'green'}>
                {row.status ?? '未注明'}
              </Status>
            ),
            asOf: row.asOf,
          },
        }))}
        empty={
          <EmptyState
            icon="search"
            title={query ? '没有找到' : '法人库还是空的'}
            why={query ? '请核对代码或换一段名称。' : '请先导入登记机关的数据；导入前企业不能注册。'}
          />
        }
      />
      {more && <Muted>只列出前 50 家，请写得更具体些。</Muted>}
    </Stack>
  );
}
