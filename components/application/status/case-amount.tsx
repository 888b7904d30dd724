import { Card } from '@/components/ui/card';
import { Money } from '@/components/ui/money';
import { Stack } from '@/components/ui/layout';
import { CellNote, Table, type TableRow } from '@/components/ui/table';
import type { SubmissionSnapshot } from '@/lib/application/rules/snapshot';
import { formatMoney, sumFen } from '@/lib/kernel/fen';
import { CapBar } from './cap-bar';

type Column = 'label' | 'standard' | 'counted' | 'left';

/** 预计金额怎样得出: from the yearly cap down, talent by talent in the list's order, what is left after each. */
export function CaseAmount({ snapshot }: { snapshot: SubmissionSnapshot }) {
  const { award } = snapshot;
  const isCut = award.totalFen < award.standardTotalFen;
  return (
    <Card title="预计金额怎样得出" aside="以核定为准">
      <Stack gap={4}>
        <CapBar award={award} />
        <Table<Column>
          caption="预计金额的由来"
          columns={[
            { key: 'label', title: '项目' },
            { key: 'standard', title: '补贴标准', align: 'end' },
            { key: 'counted', title: '计入', align: 'end' },
            { key: 'left', title: '额度余额', align: 'end' },
          ]}
          rows={rowsOf(award)}
        />
        {isCut && (
          <p>
            超出年度限额的 {formatMoney(award.standardTotalFen - award.totalFen)} 不计入。额度不足时，从名单末尾起扣减。
          </p>
        )}
      </Stack>
    </Card>
  );
}

function rowsOf(award: SubmissionSnapshot['award']): TableRow<Column>[] {
  const grantedUpTo = (index: number) => sumFen(award.lines.slice(0, index + 1).map(({ grantedFen }) => grantedFen));
  const lines = award.lines.map((line, index): TableRow<Column> => ({
    key: line.talentId,
    tone: line.cutFen > 0 ? 'amber' : undefined,
    cells: {
      label: (
        <>
          {index + 1} {line.name}
          {line.note && <CellNote>{line.note}</CellNote>}
        </>
      ),
      standard: <Money bare fen={line.standardFen} />,
      counted: <Money bare fen={line.grantedFen} />,
      left: <Money bare fen={award.roomFen - grantedUpTo(index)} />,
    },
  }));
  return [
    { key: 'cap', cells: { label: '年度限额', left: <Money bare fen={award.capFen} /> } },
    {
      key: 'used',
      cells: {
        label: '减：本年度已核定',
        counted: <Money bare fen={-award.usedFen || 0} />,
        left: <Money bare fen={award.roomFen} />,
      },
    },
    ...lines,
    {
      key: 'total',
      tone: 'total',
      cells: {
        label: '预计补贴',
        standard: <Money bare fen={award.standardTotalFen} />,
        counted: <Money strong fen={award.totalFen} />,
      },
    },
  ];
}
