import type { DisbursementDetail } from '@/lib/disbursement/queries';
import { ENDED } from '@/lib/disbursement/rules/standing';
import { formatDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { Money } from '../ui/money';
import { Notice } from '../ui/notice';
import styles from './standing-notice.module.css';

/** What must be known before anything else: held, failed, paid, ended. Nothing on the way that goes well. */
export function StandingNotice({ detail }: { detail: DisbursementDetail }) {
  const { status, hold, talentHold, failure, amountFen, account, remark, paidAt, lapsesAfter } = detail;
  if (hold) {
    return (
      <Notice tone="amber" icon="stop" title="暂停办理">
        {hold}，期间不能上传、打印和提交。已办的内容都保留，请勿重复办理。期限相应顺延，恢复后以短信和邮件通知。
      </Notice>
    );
  }
  if (failure) {
    return (
      <Notice tone="red" title={`付款未成功：${failure.reason}`}>
        {failure.cause === 'account'
          ? `款项没有入账。请${lapsesAfter ? `在${formatDay(lapsesAfter)}前` : '尽快'}更换银行账户，重新打印、盖章并上传收据。`
          : '款项没有入账。原因在银行，收据继续有效，业务人员将重新安排付款。'}
      </Notice>
    );
  }
  if (talentHold && !ENDED.includes(status)) {
    return (
      <Notice tone="amber" icon="stop" title="暂停打印和付款">
        {talentHold}。期间不能打印收据，也不会付款；其余步骤可以照常办理。期限相应顺延，恢复后以短信和邮件通知。
      </Notice>
    );
  }
  switch (status) {
    case 'PAID':
      return (
        <Notice tone="green" title="已拨付">
          {paidAt && `${formatDay(shanghaiDayOf(paidAt))} `}
          <Money fen={amountFen} /> 转入账户 {account?.maskedNumber}，附言：{remark}。
        </Notice>
      );
    case 'CANCELLED':
      return (
        <Notice tone="neutral" title="已移出本批次">
          这笔资金将另行安排，启动后会作为新的资金事项出现在列表中。
        </Notice>
      );
    case 'LAPSED':
      return (
        <Notice tone="neutral" title="逾期失效">
          长期没有办理，本次拨付已失效。如需恢复，请联系业务窗口说明情况。
        </Notice>
      );
    case 'FALLEN_AWAY':
      return (
        <Notice tone="neutral" title="不再拨付">
          本次拨付的人员均已离职或停止，没有可拨付的资金。
        </Notice>
      );
    default:
      return <DueOnPhone detail={detail} />;
  }
}

/** On a phone the side column lies far below; the day stands at the top as well. */
function DueOnPhone({ detail: { next, lapsesAfter } }: { detail: DisbursementDetail }) {
  if (next.who !== 'enterprise' || !lapsesAfter) return null;
  return (
    <div className={styles.phone}>
      <Notice tone="amber" icon="clock">
        请在 <b>{formatDay(lapsesAfter)}</b> 前{next.what}。
      </Notice>
    </div>
  );
}
