import type { ProgrammeDetail, YearLine } from '@/lib/programme/admin-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { HistoryCard } from '../desk/history-card';
import type { Act } from '../disbursement/act-confirm';
import { StaffHead } from '../frame/staff-frame';
import { windowDays } from '../portal/guide-facts';
import { Anchor } from '../ui/anchor';
import { LinkButton } from '../ui/button';
import { Section } from '../ui/card';
import { EmptyState } from '../ui/empty-state';
import { Columns, Stack } from '../ui/layout';
import { Money } from '../ui/money';
import { Table } from '../ui/table';
import { WindowStatus } from './programme-table';
import { VersionStatus } from './version-status';
import { YearForm } from './year-form';

type Props = {
  programme: ProgrammeDetail;
  /** The year that is being changed; `new` for one more. */
  editing: number | 'new' | null;
  nextYear: number;
  saveYear: Act;
};

/** One programme: its years, its versions, and what was done about them. */
export function ProgrammePage({ programme, editing, nextYear, saveYear }: Props) {
  const year = programme.years.find((one) => one.year === editing) ?? null;
  return (
    <Stack gap={4}>
      <StaffHead
        title={programme.name}
        note={programme.code}
        actions={
          <>
            <LinkButton size="s" variant="plain" href={paths.staffProgrammes()}>
              全部事项
            </LinkButton>
            {programme.publishedNumber && (
              <LinkButton size="s" variant="plain" icon="eye" href={paths.guide(programme.code)} target="_blank">
                查看办事指南
              </LinkButton>
            )}
          </>
        }
      />
      <Columns
        sideLabel="经过"
        sideWidth="l"
        main={
          <Stack gap={4}>
            {(year ?? editing === 'new') && (
              <YearForm key={String(editing)} programmeId={programme.id} year={year} next={nextYear} save={saveYear} />
            )}
            <Years programme={programme} />
            <Versions programme={programme} />
          </Stack>
        }
        side={<HistoryCard lines={programme.history} />}
      />
    </Stack>
  );
}

function Years({ programme: { id, years } }: { programme: ProgrammeDetail }) {
  return (
    <Section
      title="年度安排"
      note="受理时间和预算"
      aside={
        <LinkButton size="s" variant="plain" icon="plus" href={`${paths.staffProgramme(id)}?year=new`}>
          新增年度
        </LinkButton>
      }
    >
      <Table
        caption="年度安排"
        dense
        boxed
        columns={[
          { key: 'year', title: '年度', nowrap: true },
          { key: 'window', title: '受理时间' },
          { key: 'state', title: '状态', nowrap: true },
          { key: 'cases', title: '申请', align: 'end', width: 's' },
          { key: 'budget', title: '预算（元）', align: 'end' },
          { key: 'used', title: '已占用（元）', align: 'end' },
          { key: 'act', title: '办理' },
        ]}
        rows={years.map((year) => ({ key: String(year.year), cells: yearCells(id, year) }))}
        empty={<EmptyState icon="calendar" title="没有安排年度" why="新增年度后，企业才能申请。" />}
      />
    </Section>
  );
}

function yearCells(programmeId: string, year: YearLine) {
  return {
    year: year.year,
    window: windowDays(year.window),
    state: <WindowStatus window={year.window} />,
    cases: year.cases,
    budget: <Money bare fen={year.budgetFen} />,
    used: <Money bare fen={year.usedFen} />,
    act: <Anchor href={`${paths.staffProgramme(programmeId)}?year=${year.year}`}>修改</Anchor>,
  };
}

function Versions({ programme: { versions } }: { programme: ProgrammeDetail }) {
  return (
    <Section title="配置版本" note="案件始终依据其填报时的版本">
      <Table
        caption="配置版本"
        dense
        boxed
        columns={[
          { key: 'number', title: '版本', nowrap: true },
          { key: 'status', title: '状态', nowrap: true },
          { key: 'at', title: '发布时间', nowrap: true },
          { key: 'cases', title: '依据它的申请', align: 'end' },
          { key: 'hash', title: '摘要', onPhone: 'hide' },
          { key: 'file', title: '文件' },
        ]}
        rows={versions.map((version) => ({
          key: version.id,
          href: paths.programmeVersion(version.id),
          tone: version.status === 'DRAFT' ? 'amber' : undefined,
          cells: {
            number: `第 ${version.number} 版`,
            status: <VersionStatus status={version.status} />,
            at: version.publishedAt && formatDayTime(version.publishedAt),
            cases: version.cases,
            hash: <code title={version.sha256}>{version.sha256.slice(0, 12)}</code>,
            file: (
              <Anchor href={paths.programmeConfig(version.id)} download>
                下载配置
              </Anchor>
            ),
          },
        }))}
      />
    </Section>
  );
}
