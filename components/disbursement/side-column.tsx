import type { DisbursementDetail } from '@/lib/disbursement/queries';
import { BEFORE_REVIEW } from '@/lib/disbursement/rules/standing';
import { paths } from '@/lib/kernel/paths';
import { formatDay, formatShortDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { Support } from '../frame/frame-props';
import { Card } from '../ui/card';
import { IconList, type IconLine } from '../ui/item-list';
import { Muted, Stack } from '../ui/layout';
import { Notice } from '../ui/notice';

/** Beside the path: what comes next and by when, what voids the paper, whom to ask. */
export function SideColumn({ detail, support }: { detail: DisbursementDetail; support: Support }) {
  const mayVoid = detail.hold === null && BEFORE_REVIEW.includes(detail.status);
  return (
    <Stack gap={4}>
      <Card compact title="接下来">
        <Stack gap={4}>
          <IconList items={comingLines(detail)} label="接下来" />
          <Due detail={detail} />
        </Stack>
      </Card>
      {mayVoid && (
        <Card compact title="什么会使收据作废">
          <Stack gap={2}>
            <IconList
              items={[
                { key: 'account', icon: 'bank', note: '调整银行账户' },
                { key: 'contact', icon: 'user', note: '调整联系人' },
                { key: 'left', icon: 'users', note: `有${detail.entryWord}申报“已离职”` },
              ]}
            />
            <Muted>作废后须重新打印、盖章和拍照。</Muted>
          </Stack>
        </Card>
      )}
      <Card compact title="需要帮助">
        <IconList items={helpLines(support)} label="需要帮助" />
      </Card>
    </Stack>
  );
}

/** By when it is the enterprise's turn; where no day runs, that none does. */
function Due({ detail: { next, lapsesAfter } }: { detail: DisbursementDetail }) {
  if (lapsesAfter) {
    return (
      <Notice tone="amber" icon="clock">
        <b>{formatDay(lapsesAfter)}</b> 前办理，逾期本次拨付失效。
      </Notice>
    );
  }
  if (next.who !== 'enterprise' || !next.by) return null;
  return (
    <Notice tone="neutral" icon="clock">
      {next.by}。
    </Notice>
  );
}

const OURS: Readonly<Record<string, string>> = {
  AWAITING_PROOF: '每人一份，一份证明可写多人',
  AWAITING_CONFIRMATION: '约 1 分钟，打印收据前可调整',
  AWAITING_PRINT: '下载PDF打印，A4 原样',
  AWAITING_RECEIPT: '约 1 分钟，业务人员查看前可以取回',
  PAYMENT_FAILED: '更换后须重新打印、盖章和拍照',
};

/** The lines still ahead, the next one first and in blue. */
function comingLines(detail: DisbursementDetail): IconLine[] {
  const { status, next, remark } = detail;
  const ended = endedLine(detail);
  if (ended) return [ended];
  const note = remark ? `附言：${remark}` : '附言：事项名称和收据编号';
  const bank: IconLine = { key: 'bank', icon: 'bank', title: '财务：银行转账', note };
  if (next.who === 'bank') return [{ ...bank, tone: 'now' }];
  if (next.who === 'staff') {
    const said = next.by ? `${next.by}，短信告知结果` : undefined;
    const staff: IconLine = { key: 'staff', icon: 'clock', title: `业务人员：${next.what}`, note: said, tone: 'now' };
    const onward: IconLine = { key: 'own', icon: 'pen', title: '您：继续办理' };
    return BEFORE_REVIEW.includes(status) ? [staff, onward, bank] : [staff, bank];
  }
  const own: IconLine = { key: 'own', icon: 'pen', title: `您：${next.what}`, note: OURS[status], tone: 'now' };
  return [own, { key: 'staff', icon: 'clock', title: '业务人员：审核收据', note: '3 个工作日内，短信告知结果' }, bank];
}

function endedLine({ status, paidAt, remark }: DisbursementDetail): IconLine | null {
  switch (status) {
    case 'PAID':
      return {
        key: 'paid',
        icon: 'check-circle',
        title: paidAt ? `${formatShortDay(shanghaiDayOf(paidAt))} 银行已付` : '银行已付',
        note: remark ? `附言：${remark}` : undefined,
        tone: 'good',
      };
    case 'CANCELLED':
      return { key: 'cancelled', icon: 'clock', title: '业务人员：另行安排批次', note: '启动后以短信和邮件通知' };
    case 'LAPSED':
    case 'FALLEN_AWAY':
      return { key: 'ended', icon: 'info', title: '本次拨付已结束', note: '如有疑问，请联系我们' };
    default:
      return null;
  }
}

function helpLines(support: Support): IconLine[] {
  const phone: IconLine[] = support.phone
    ? [{ key: 'phone', icon: 'phone', title: support.phone, note: support.hours }]
    : [];
  return [
    ...phone,
    { key: 'how', icon: 'book', title: '怎样盖章和拍照', href: `${paths.help()}#receipt`, tone: 'link' },
  ];
}
