import type { ReactNode } from 'react';
import type { DisbursementDetail } from '@/lib/disbursement/queries';
import type { BankAccountRow, ContactRow } from '@/lib/enterprise/queries';
import { amountInCapitals } from '@/lib/kernel/amount-in-capitals';
import { formatMoney } from '@/lib/kernel/fen';
import { paths } from '@/lib/kernel/paths';
import type { Support } from '../frame/frame-props';
import { ReceiptSteps } from '../receipt/receipt-steps';
import { Columns, Stack } from '../ui/layout';
import { HeadFigure, PageHead } from '../ui/page-head';
import { Steps, type Step } from '../ui/steps';
import type { Act } from './act-confirm';
import type { AdjustCalls } from './adjust-dialogs';
import { disbursementCrumbs } from './crumbs';
import { ConfirmStep } from './confirm-step';
import { ProofsStep } from './proofs-step';
import { SideColumn } from './side-column';
import { StandingNotice } from './standing-notice';
import { StatusTag } from './status-tag';

export type DisbursementPageProps = {
  detail: DisbursementDetail;
  accounts: readonly BankAccountRow[];
  contacts: readonly ContactRow[];
  enterpriseName: string;
  parkName: string;
  support: Support;
  /** The page's own route for a 在职证明. */
  proofHref: string;
  declareLeft: Act;
  confirm: Act;
  calls: AdjustCalls;
};

/** 详情 of a disbursement: the path of five steps, and beside it what comes next. */
export function DisbursementPage(props: DisbursementPageProps) {
  const { detail, support, parkName } = props;
  const paid = detail.lines.filter((line) => line.state !== 'FALLEN_AWAY').length;
  return (
    <>
      <PageHead
        breadcrumb={[
          ...disbursementCrumbs(parkName),
          { label: '待拨付资金列表', href: paths.disbursements() },
          { label: '详情' },
        ]}
        title={detail.programmeName}
        status={<StatusTag label={detail.label} look="large" />}
        meta={
          <>
            <span>受理编号 {detail.caseNumber}</span>
            <span>批次号 {detail.batchNumber}</span>
            <span>
              {detail.entryWord} {paid} 人
            </span>
          </>
        }
        aside={
          <HeadFigure figure={formatMoney(detail.amountFen)} note={`拨付金额　${amountInCapitals(detail.amountFen)}`} />
        }
      />
      <Columns
        sideWidth="s"
        sideLabel="接下来"
        main={
          <Stack gap={4}>
            <StandingNotice detail={detail} />
            <Steps label="拨付步骤" items={stepsOf(props)} />
          </Stack>
        }
        side={<SideColumn detail={detail} support={support} />}
      />
    </>
  );
}

function stepsOf(props: DisbursementPageProps): Step[] {
  const { detail, accounts, contacts, enterpriseName, proofHref, declareLeft, confirm, calls } = props;
  const isConfirmed = detail.confirmedAt !== null;
  const content: Readonly<Record<string, { children: ReactNode; open?: boolean } | null>> = {
    proofs: { children: <ProofsStep detail={detail} href={proofHref} declareLeft={declareLeft} /> },
    confirm:
      isConfirmed || detail.status === 'AWAITING_CONFIRMATION'
        ? { children: <ConfirmStep {...{ detail, accounts, contacts, enterpriseName, confirm, calls }} />, open: true }
        : null,
    print: { children: <ReceiptSteps part="print" detail={detail} />, open: true },
    seal: { children: <ReceiptSteps part="seal" detail={detail} />, open: true },
    upload: { children: <ReceiptSteps part="upload" detail={detail} />, open: true },
  };
  return detail.path.map((step) => {
    const isAhead = step.state === 'todo' && step.key !== 'seal' && !(step.key === 'confirm' && isConfirmed);
    const filled = isAhead ? null : content[step.key];
    return { ...step, result: step.result ?? undefined, ...(filled ?? {}) };
  });
}
