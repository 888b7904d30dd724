import type { EnterpriseLine } from '@/lib/desk/enterprise-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { Button, LinkButton } from '../ui/button';
import { EmptyState } from '../ui/empty-state';
import { Muted, Spoken, Stack } from '../ui/layout';
import { Status } from '../ui/status';
import { CellNote, Table } from '../ui/table';
import { TextInput } from '../ui/text-input';
import styles from './desk.module.css';

/** Finds by USCC or its beginning, or any part of a present or former name. */
export function EnterpriseSearch({ query }: { query: string }) {
  return (
    <form action={paths.staffEnterprises()} role="search" className={styles.search}>
      <label>
        <Spoken>统一社会信用代码、企业名称或曾用名</Spoken>
        <TextInput
          type="search"
          name="q"
          defaultValue={query}
          maxLength={100}
          placeholder="统一社会信用代码、企业名称或曾用名"
        />
      </label>
      <Button type="submit" size="s" variant="plain" icon="search">
        查找
      </Button>
      {query && (
        <LinkButton size="s" variant="quiet" href={paths.staffEnterprises()}>
          清除
        </LinkButton>
      )}
    </form>
  );
}

export function EnterpriseTable({ rows, more }: { rows: readonly EnterpriseLine[]; more: boolean }) {
  return (
    <Stack gap={2}>
      <Table
        caption="企业"
        dense
        boxed
        columns={[
          { key: 'name', title: '企业名称' },
          { key: 'uscc', title: '信用代码', nowrap: true },
          { key: 'status', title: '状态', nowrap: true },
          { key: 'since', title: '注册日期', nowrap: true },
          { key: 'requests', title: '待核对请求', align: 'end' },
        ]}
        rows={rows.map((row) => ({
          key: row.id,
          href: paths.staffEnterprise(row.id),
          cells: {
            name: (
              <>
                {row.name}
                {row.formerName && <CellNote>曾用名 {row.formerName}</CellNote>}
              </>
            ),
            uscc: row.uscc,
            status: (
              <Status look="text" tone={row.frozen ? 'red' : 'green'}>
                {row.frozen ? '已冻结' : '正常'}
              </Status>
            ),
            since: formatDay(shanghaiDayOf(row.createdAt)),
            requests: row.openRequests || '',
          },
        }))}
        empty={<EmptyState icon="search" title="没有找到" why="请核对代码，或换一段名称。未注册的企业不在这里。" />}
      />
      {more && <Muted>只列出前 50 家，请写得更具体些。</Muted>}
    </Stack>
  );
}
