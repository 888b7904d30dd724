import { notFound } from 'next/navigation';
import { z } from 'zod';
import { StatusTag } from '@/components/disbursement/status-tag';
import { BankResults } from '@/components/finance/bank-results';
import { Figures } from '@/components/finance/figures';
import { HashFigure } from '@/components/finance/hash-figure';
import { PaymentActs } from '@/components/finance/payment-acts';
import { PaymentLines } from '@/components/finance/payment-lines';
import { TakeResultForm } from '@/components/finance/take-result-form';
import { StaffHead } from '@/components/frame/staff-frame';
import { Card } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { Money } from '@/components/ui/money';
import { Notice } from '@/components/ui/notice';
import { paymentFileDetail } from '@/lib/disbursement/payment-queries';
import { PAYMENT_FILE_STATUS } from '@/lib/disbursement/rules/labels';
import { unmatchedItems } from '@/lib/disbursement/unmatched-queries';
import { amountInCapitals } from '@/lib/kernel/amount-in-capitals';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { page } from '@/lib/runtime/page';
import {
  agreeUnmatchedAction,
  confirmPaymentFileAction,
  discardPaymentFileAction,
  explainUnmatchedAction,
  stateNeverSentAction,
  takeResultAction,
  withdrawPaymentFileAction,
} from '../actions';

export const metadata = { title: '付款文件' };

const params = z.object({ id: z.uuid() });

export default page(
  { who: 'staff', may: 'payment.read', params, at: ({ id }) => paths.payment(id) },
  async ({ ctx, params: { id } }) => {
    const file = await paymentFileDetail(ctx, id);
    if (!file) notFound();
    const unmatched = await unmatchedItems(ctx, { paymentFileId: id });
    return (
      <Stack gap={4}>
        <StaffHead
          title={`付款文件 ${file.number}`}
          note={<StatusTag label={PAYMENT_FILE_STATUS[file.status]} />}
          actions={
            <PaymentActs
              file={file}
              downloadHref={`/api/payments/${file.id}`}
              confirm={confirmPaymentFileAction}
              discard={discardPaymentFileAction}
              stateNeverSent={stateNeverSentAction}
              withdraw={withdrawPaymentFileAction}
            />
          }
        />
        {file.status === 'DRAFT' && !file.may.confirm && (
          <Notice look="line">付款文件须由财务复核的另一人核对笔数、金额和校验值后确认，确认前不能下载。</Notice>
        )}
        {file.held.length > 0 && (
          <Notice tone="red" title={`有 ${file.held.length} 笔已暂停，本文件不能送银行`}>
            {file.held.map(({ number, why }) => (
              <p key={number}>
                {number}　{why}
              </p>
            ))}
          </Notice>
        )}
        {file.neverSentBy && file.status === 'CONFIRMED' && (
          <Notice tone="amber">{file.neverSentBy}已声明本文件从未送银行，等待财务复核声明后撤回。请勿再送银行。</Notice>
        )}
        <Figures
          items={[
            { label: '笔数', value: file.lineCount, note: `${file.layout.name}　第 ${file.layout.number} 版` },
            { label: '合计', value: <Money fen={file.totalFen} />, note: amountInCapitals(file.totalFen) },
            { label: '制单', value: file.makerName, note: formatDayTime(file.createdAt) },
            {
              label: '复核',
              value: file.confirmerName ?? '未复核',
              note: file.confirmedAt && formatDayTime(file.confirmedAt),
            },
          ]}
        />
        {file.lines.some(({ risks }) => risks.length > 0) && (
          <Notice tone="amber" title={`有 ${file.lines.filter(({ risks }) => risks.length > 0).length} 笔账户有提示`}>
            提示列在各笔户名下，请核实后再复核；有疑问的，先暂停该事项，再作废文件。
          </Notice>
        )}
        <HashFigure sha256={file.sha256} />
        <PaymentLines file={file} />
        {file.may.takeResult && (
          <Card compact title="导入银行结果">
            <TakeResultForm paymentFileId={file.id} hint={file.layout.hint} act={takeResultAction} />
          </Card>
        )}
        {file.status !== 'DRAFT' && (
          <BankResults
            file={file}
            unmatched={unmatched}
            explain={explainUnmatchedAction}
            agree={agreeUnmatchedAction}
          />
        )}
      </Stack>
    );
  },
);
