import { Card } from '@/components/ui/card';
import { NumberedList, type NumberedLine } from '@/components/ui/item-list';
import type { CaseStatusView } from '@/lib/application/case-queries';
import type { ApplicationStatus } from '@/lib/application/rules/states';
import { formatShortDay } from '@/lib/kernel/shanghai-day';

/** How far along the way a case in this status is; the end of the way is behind the last step. */
const PLACE: Readonly<Record<ApplicationStatus, number>> = {
  DRAFT: 0,
  RETURNED: 0,
  SUBMITTED: 1,
  FIRST_REVIEW: 1,
  AWAITING_FINAL: 2,
  FINAL_REVIEW: 2,
  APPROVED: 3,
  IN_NOTICE: 3,
  CLEARED: 4,
  DISBURSING: 4,
  COMPLETED: 5,
  REJECTED: 5,
  CLOSED_UNPAID: 5,
  WITHDRAWN: 5,
  EXPIRED: 5,
};

/** 接下来: whose turn it is and by when, and the steps after it. */
export function CaseNext({ view }: { view: CaseStatusView }) {
  const { next, status } = view;
  const steps = stepsOf(view).slice(PLACE[status]);
  return (
    <Card
      title="接下来"
      foot={status === 'RETURNED' ? '到期未提交，本申请失效；失效后 30 天内可以申请延期一次。' : undefined}
    >
      {next === null && steps.length === 0 ? (
        '本申请已办结。'
      ) : (
        <NumberedList
          label="接下来"
          items={[
            ...(next && steps.length === 0 ? [{ key: 'next', title: next.text, state: 'now' as const }] : []),
            ...steps.map((step, index) => ({
              ...step,
              state: index === 0 ? ('now' as const) : ('later' as const),
              note: index === 0 && next?.byDay ? `${formatShortDay(next.byDay)} 24:00 前` : step.note,
            })),
          ]}
        />
      )}
    </Card>
  );
}

function stepsOf({ status, config }: CaseStatusView): NumberedLine[] {
  const { reviewWorkingDays, notice } = config;
  return [
    {
      key: 'submit',
      title: status === 'RETURNED' ? '您修改并重新提交' : '您补齐内容并确认提交',
      note: '提交后取得受理编号',
    },
    { key: 'first', title: '初审', note: `收到后 ${reviewWorkingDays.first} 个工作日内` },
    { key: 'final', title: '复审', note: `收到后 ${reviewWorkingDays.final} 个工作日内` },
    { key: 'notice', title: '公示', note: `${notice.workingDays} 个工作日` },
    { key: 'money', title: '资金拨付', note: '您上传在职证明和收据' },
  ];
}
