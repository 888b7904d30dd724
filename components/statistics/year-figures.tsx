import type { YearFigures } from '@/lib/statistics/queries';
import { passRates, SAMPLE_LEAST, share, type AmountLine } from '@/lib/statistics/rules/figures';
import { wholeYuan } from '@/lib/programme/rules/amounts';
import { CasePace } from '../application/status/case-pace';
import { Figures } from '../finance/figures';
import { windowDays } from '../portal/guide-facts';
import { Stack } from '../ui/layout';
import { Money } from '../ui/money';
import { FigurePair } from './figure-pair';

const NOTHING = { title: '还没有数据', why: '有申请提交以后，这里会有数字。' };

/** The figures of one programme year: how far cases came, why they came back, and where the money goes. */
export function YearFiguresView({ figures, isPublic }: { figures: YearFigures; isPublic?: boolean }) {
  return (
    <Stack gap={4}>
      <Head figures={figures} />
      <Funnel figures={figures} />
      <CasePace lines={figures.pace} />
      <Amounts title="按类别" lines={figures.byCategory} unit="人" count={({ people }) => people} />
      <Amounts title="按企业规模" lines={figures.bySize} unit="件" count={({ cases }) => cases} />
      {!isPublic && <Returned figures={figures} />}
    </Stack>
  );
}

function Head({ figures: { money, funnel, rightFirst, ends, opensOn, closesOn } }: { figures: YearFigures }) {
  const submitted = funnel.find(({ key }) => key === 'submitted')?.cases ?? 0;
  const { right, all } = rightFirst;
  return (
    <Figures
      items={[
        { label: '受理时间', value: windowDays({ opensOn, closesOn }) },
        {
          label: '提交申请',
          value: `${submitted} 件`,
          note: `不予支持 ${ends.rejected}，撤回 ${ends.withdrawn}，逾期 ${ends.expired}`,
        },
        {
          label: '一次通过',
          value: all < SAMPLE_LEAST ? '样本不足' : `${share(right, all)}%`,
          note: `${all} 件已审，${all - right} 件退回过`,
        },
        { label: '核定', value: <Money fen={money.approvedFen} />, note: `预算 ${wholeYuan(money.budgetFen)} 元` },
        {
          label: '已拨付',
          value: <Money fen={money.paidFen} />,
          note: `占核定 ${share(money.paidFen, money.approvedFen)}%`,
        },
      ]}
    />
  );
}

function Funnel({ figures: { funnel } }: { figures: YearFigures }) {
  const rates = passRates(funnel);
  return (
    <FigurePair
      title="办理进程"
      aside="到达各环节的申请件数"
      bars={funnel.map(({ label, cases }) => ({ label, value: cases, word: `${cases} 件` }))}
      columns={[
        { key: 'label', title: '环节' },
        { key: 'cases', title: '件数', align: 'end' },
        { key: 'rate', title: '占上一环节', align: 'end' },
      ]}
      rows={funnel.map(({ key, label, cases }, index) => {
        const rate = rates[index];
        return { key, cells: { label, cases, rate: rate === null ? '' : `${rate}%` } };
      })}
      none={NOTHING}
    />
  );
}

type AmountsProps = {
  title: string;
  lines: readonly AmountLine[];
  unit: string;
  count: (line: AmountLine) => number;
};

function Amounts({ title, lines, unit, count }: AmountsProps) {
  return (
    <FigurePair
      title={`核定资金，${title}`}
      bars={lines.map(({ label, fen }) => ({ label, value: fen / 100, word: `${wholeYuan(fen)} 元` }))}
      columns={[
        { key: 'label', title: title.replace('按', '') },
        { key: 'count', title: unit === '人' ? '人数' : '件数', align: 'end' },
        { key: 'amount', title: '核定金额（元）', align: 'end' },
      ]}
      rows={lines.map((line) => ({
        key: line.label,
        cells: { label: line.label, count: count(line), amount: <Money bare fen={line.fen} /> },
      }))}
      none={{ title: '还没有核定的资金', why: '复审通过以后，这里会有数字。' }}
    />
  );
}

function Returned({ figures: { returned } }: { figures: YearFigures }) {
  return (
    <FigurePair
      title="退回的原因"
      aside="审核意见所指的内容，条数最多的在前"
      bars={returned.map(({ label, count }) => ({ label, value: count, word: `${count} 条` }))}
      columns={[
        { key: 'label', title: '内容' },
        { key: 'count', title: '意见条数', align: 'end' },
      ]}
      rows={returned.map(({ label, count }) => ({ key: label, cells: { label, count } }))}
      none={{ title: '没有退回过', why: '退回时的审核意见会在这里汇总。' }}
    />
  );
}
