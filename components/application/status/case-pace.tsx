import { Card } from '@/components/ui/card';
import { Table } from '@/components/ui/table';
import { STAGE_LABELS } from '@/lib/review/rules/labels';
import { CASES_MIN, PACE_MONTHS, type PaceLine } from '@/lib/review/rules/pace';

/** 办理时长: what the office promises, and apart from it what was measured; the one is never taken for the other. */
export function CasePace({ lines }: { lines: readonly PaceLine[] }) {
  if (lines.length === 0) return null;
  return (
    <Card
      title="办理时长"
      foot={`单位：工作日。实测为近 ${PACE_MONTHS} 个月本事项的情况，不是承诺；少于 ${CASES_MIN} 件不统计。`}
      flush
    >
      <Table
        caption="办理时长"
        columns={[
          { key: 'stage', title: '环节', nowrap: true },
          { key: 'promised', title: '承诺', align: 'end', nowrap: true },
          { key: 'half', title: '实测半数', align: 'end', nowrap: true },
          { key: 'most', title: '实测九成', align: 'end', nowrap: true },
        ]}
        rows={lines.map(({ stage, promisedDays, measured }) => ({
          key: stage,
          cells: {
            stage: STAGE_LABELS[stage],
            promised: promisedDays,
            half: measured ? `${measured.p50} 内` : '样本不足',
            most: measured ? `${measured.p90} 内` : '样本不足',
          },
        }))}
      />
    </Card>
  );
}
