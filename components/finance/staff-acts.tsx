import type { ReactNode } from 'react';
import type { StaffDisbursement } from '@/lib/disbursement/staff-queries';
import { paths } from '@/lib/kernel/paths';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { LinkButton } from '../ui/button';
import { Row } from '../ui/layout';
import { Money } from '../ui/money';
import { RecordRecovery, type RecoveryActs } from './recoveries';
import { ReviveAct } from './revive-act';

export type StaffActsGiven = RecoveryActs &
  Readonly<
    Record<
      | 'decideLeft'
      | 'returnProof'
      | 'leaveBatch'
      | 'retry'
      | 'blameAccount'
      | 'reopen'
      | 'revive'
      | 'putHold'
      | 'liftHold',
      Act
    >
  >;

/** What the person who looks may do with a disbursement; each says what follows. */
export function StaffActs({ row, acts }: { row: StaffDisbursement; acts: StaffActsGiven }) {
  const shared = { thing: `${row.enterpriseName}　${row.caseNumber}`, amount: <Money fen={row.amountFen} /> };
  return (
    <Row gap={2}>
      {row.may.leaveBatch && (
        <ActConfirm
          {...shared}
          act={acts.leaveBatch}
          label="移出批次"
          look={{ variant: 'plain', size: 's' }}
          title="移出批次？"
          consequence="资金退回预算，申请可以另行编批；已出具的收据作废，并告知申报单位理由。"
          confirmLabel="移出批次"
          danger
          fields={{ disbursementId: row.id }}
          asks={[{ name: 'reason', label: '理由', hint: '2 至 200 个字，会告知申报单位', kind: 'text' }]}
        />
      )}
      {row.may.retry && (
        <ActConfirm
          {...shared}
          act={acts.retry}
          label="重新付款"
          look={{ variant: 'primary', size: 's' }}
          title="重新付款？"
          consequence="收据继续有效，本件回到待付款，可列入新的付款文件。"
          undoUntil="列入付款文件并复核之前，没有资金变动。"
          confirmLabel="重新付款"
          fields={{ disbursementId: row.id }}
        />
      )}
      {row.may.blameAccount && (
        <ActConfirm
          {...shared}
          act={acts.blameAccount}
          label="原因在账户"
          look={PLAIN}
          title="请申报单位更换账户？"
          consequence="经向银行核实，原因在收款账户。申报单位会收到您写的原因，更换或更正账户后重新出具收据。"
          confirmLabel="交申报单位办理"
          fields={{ disbursementId: row.id }}
          asks={[{ name: 'reason', label: '银行答复的原因', hint: '2 至 200 个字，会告知申报单位', kind: 'text' }]}
        />
      )}
      <Rarely row={row} acts={acts} shared={shared} />
      {row.status === 'RECEIPT_REVIEW' && (
        <LinkButton href={paths.receiptReview(row.id)} size="s" variant="primary">
          审核收据
        </LinkButton>
      )}
    </Row>
  );
}

const PLAIN = { variant: 'plain', size: 's' } as const;
const REASON = [{ name: 'reason', label: '理由', hint: '2 至 200 个字，记入日志', kind: 'text' }] as const;

type Shared = { readonly thing: string; readonly amount: ReactNode };

/** Edges that are taken seldom, each with its reason. */
function Rarely({ row, acts, shared }: { row: StaffDisbursement; acts: StaffActsGiven; shared: Shared }) {
  const all = { ...shared, look: PLAIN, fields: { disbursementId: row.id }, asks: REASON };
  return (
    <>
      {row.may.reopen && (
        <ActConfirm
          {...all}
          act={acts.reopen}
          label="重新审核收据"
          title="重新审核收据？"
          consequence="本件退出待付款，回到收据审核；收据编号和版本不变。"
          confirmLabel="重新审核"
        />
      )}
      {row.may.recover && <RecordRecovery row={row} act={acts.recordRecovery} shared={shared} />}
      {row.may.revive && <ReviveAct row={row} act={acts.revive} variant="primary" />}
      {row.may.putHold && (
        <ActConfirm
          {...all}
          act={acts.putHold}
          label="暂停"
          title="暂停该资金事项？"
          consequence="状态不变，期限停止计算；解除之前不能打印、提交和付款。申报单位会被告知已暂停，理由不告知。"
          confirmLabel="暂停"
          danger
        />
      )}
      {row.may.liftHold && (
        <ActConfirm
          {...all}
          act={acts.liftHold}
          label="解除暂停"
          look={{ variant: 'secondary', size: 's' }}
          title="解除暂停？"
          consequence="从原来的状态继续办理，期限按暂停的天数顺延，并告知申报单位。"
          confirmLabel="解除暂停"
        />
      )}
    </>
  );
}
