import { LinkButton } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { CaseStatusView } from '@/lib/application/case-queries';
import { hrefOfPart, parsePart } from '@/lib/application/rules/part-keys';
import { paths } from '@/lib/kernel/paths';
import { daysBetween, formatDay, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import styles from './status.module.css';

export type CaseBannerProps = {
  readonly view: CaseStatusView;
  readonly today: ShanghaiDay;
  /** The page was asked for in a state that has passed. */
  readonly hasMoved: boolean;
  /** It was handed in a moment ago. */
  readonly isJustSubmitted: boolean;
};

/** The one thing to know first: what waits for the clerk, or what just happened. */
export function CaseBanner({ view, today, hasMoved, isJustSubmitted }: CaseBannerProps) {
  return (
    <div className={styles.banner}>
      {hasMoved && (
        <Notice tone="blue" title="情况已更新">
          本申请现在不能编辑，这里是它的最新状态。
        </Notice>
      )}
      {view.holdReason !== null && (
        <Notice tone="amber" icon="stop" title="暂停办理">
          {view.holdReason}。恢复后期限顺延。
        </Notice>
      )}
      {isJustSubmitted && view.status !== 'DRAFT' && view.status !== 'RETURNED' && (
        <Notice tone="green" role="status" look="bar" title={`提交成功，受理编号 ${view.number ?? ''}`}>
          请记下受理编号。业务人员开始审核前，可以取回修改。
        </Notice>
      )}
      {view.status === 'RETURNED' && <Returned view={view} today={today} />}
      {view.status === 'DRAFT' && view.window.state === 'closed' && (
        <Notice tone="amber" title="本期已截止">
          受理时间至 {formatDay(view.window.closesOn)} 24:00。草稿会保留，可以查看，不能再提交。
        </Notice>
      )}
      {view.decisionReason && (
        <Notice tone="red" title="不予支持的理由">
          {view.decisionReason}
        </Notice>
      )}
    </div>
  );
}

function Returned({ view, today }: Pick<CaseBannerProps, 'view' | 'today'>) {
  const [first] = view.comments;
  const part = (first && parsePart(first.part)) ?? ({ kind: 'section', step: 'enterprise' } as const);
  const daysLeft = view.returnDeadline ? daysBetween(today, view.returnDeadline) : null;
  return (
    <Notice
      tone="amber"
      look="bar"
      title={`按 ${view.comments.length} 条意见修改，再重新提交`}
      actions={
        <div className={styles.due}>
          {daysLeft !== null && (
            <p className={styles.days}>
              {daysLeft >= 0 ? '还剩' : '已过'}
              <b>{Math.abs(daysLeft)} 天</b>
            </p>
          )}
          <LinkButton variant="primary" size="l" href={hrefOfPart(view.id, part)}>
            按意见修改
          </LinkButton>
        </div>
      }
    >
      {view.returnDeadline && (
        <>
          请在 <b>{formatDay(view.returnDeadline)} 24:00</b> 前完成，未列出的内容不用改。
        </>
      )}
    </Notice>
  );
}

/** Where the case lives on: on public notice, and with the money. */
export function CasePlaces({ view }: { view: CaseStatusView }) {
  return (
    <>
      {view.notice && (
        <Notice
          tone="blue"
          icon="megaphone"
          title="公示"
          actions={<LinkButton href={paths.notice(view.notice.id)}>查看公示</LinkButton>}
        >
          {view.notice.endsOn && `公示期至 ${formatDay(view.notice.endsOn)} 24:00。`}
        </Notice>
      )}
      {view.disbursementId && (
        <Notice
          tone="blue"
          icon="wallet"
          title="人才资金拨付申请"
          actions={<LinkButton href={paths.disbursement(view.disbursementId)}>查看资金事项</LinkButton>}
        >
          本申请已进入资金拨付。
        </Notice>
      )}
    </>
  );
}
