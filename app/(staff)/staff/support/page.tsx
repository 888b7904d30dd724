import { StaffHead } from '@/components/frame/staff-frame';
import { TicketTable } from '@/components/support/ticket-table';
import { LinkButton } from '@/components/ui/button';
import { Stack } from '@/components/ui/layout';
import { supportTickets } from '@/lib/enterprise/support-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { answerSupportAction, reopenSupportAction } from './actions';

export const metadata = { title: '求助' };

export default page({ who: 'staff', may: 'support.answer', at: paths.supportDesk }, async ({ ctx }) => {
  const rows = await supportTickets(ctx);
  const open = rows.filter(({ status }) => status === 'OPEN').length;
  return (
    <Stack gap={4}>
      <StaffHead
        title="求助"
        note={`${open} 件等待答复；错误编号可在服务日志中查找`}
        actions={<LinkButton href={paths.staffCaCodes()}>查体检代码</LinkButton>}
      />
      <TicketTable rows={rows} answer={answerSupportAction} reopen={reopenSupportAction} />
    </Stack>
  );
});
