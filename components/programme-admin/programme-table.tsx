import type { ProgrammeLine, YearLine } from '@/lib/programme/admin-queries';
import { paths } from '@/lib/kernel/paths';
import { windowDays } from '../portal/guide-facts';
import { EmptyState } from '../ui/empty-state';
import { Muted } from '../ui/layout';
import { Money } from '../ui/money';
import { Status } from '../ui/status';
import { CellNote, Table } from '../ui/table';

/** Every programme with the year that counts today, and whether a configuration waits to be published. */
export function ProgrammeTable({ rows }: { rows: readonly ProgrammeLine[] }) {
  return (
    <Table
      caption="政策事项"
      dense
      boxed
      columns={[
        { key: 'name', title: '事项' },
        { key: 'window', title: '受理时间' },
        { key: 'budget', title: '本期预算（元）', align: 'end' },
        { key: 'cases', title: '申请', align: 'end', width: 's' },
        { key: 'version', title: '配置', nowrap: true },
      ]}
      rows={rows.map((row) => {
        const year = currentYear(row.years);
        return {
          key: row.id,
          href: paths.staffProgramme(row.id),
          cells: {
            name: (
              <>
                {row.name}
                <CellNote>{row.code}</CellNote>
              </>
            ),
            window: year ? <WindowCell {...year} /> : <Muted>没有安排年度</Muted>,
            budget: year && <Money bare fen={year.budgetFen} />,
            cases: year?.cases ?? 0,
            version: <VersionCell row={row} />,
          },
        };
      })}
      empty={<EmptyState icon="inbox" title="还没有政策事项" why="上传第一份配置后，事项会列在这里。" />}
    />
  );
}

/** The open year, else the next one, else the last. */
export function currentYear(years: readonly YearLine[]): YearLine | undefined {
  return (
    years.find(({ window }) => window.state === 'open') ??
    years.findLast(({ window }) => window.state === 'before') ??
    years[0]
  );
}

const WINDOW_WORDS = {
  open: { word: '正在受理', tone: 'green' },
  before: { word: '尚未开始', tone: 'blue' },
  closed: { word: '已截止', tone: 'neutral' },
} as const;

export function WindowStatus({ window: { state, daysLeft } }: Pick<YearLine, 'window'>) {
  const { word, tone } = WINDOW_WORDS[state];
  return (
    <Status look="text" tone={tone}>
      {word}
      {state === 'open' && (daysLeft === 0 ? '，今天截止' : `，还剩 ${daysLeft} 天`)}
    </Status>
  );
}

function WindowCell({ window }: YearLine) {
  return (
    <>
      {windowDays(window)}
      <CellNote>
        <WindowStatus window={window} />
      </CellNote>
    </>
  );
}

function VersionCell({ row }: { row: ProgrammeLine }) {
  return (
    <>
      {row.publishedNumber ? `第 ${row.publishedNumber} 版` : <Muted>没有发布</Muted>}
      {row.draftVersionId && (
        <CellNote>
          <Status look="text" tone="amber">
            有一版待发布
          </Status>
        </CellNote>
      )}
    </>
  );
}
