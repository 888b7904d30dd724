import { InboxTable } from '@/components/conversation/inbox-table';
import { StaffHead } from '@/components/frame/staff-frame';
import { Stack } from '@/components/ui/layout';
import { inbox } from '@/lib/conversation/queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '企业留言' };

export default page({ who: 'staff', may: 'conversation.inbox', at: paths.staffMessages }, async ({ ctx }) => {
  const rows = await inbox(ctx);
  return (
    <Stack gap={4}>
      <StaffHead title="企业留言" note={`${rows.length} 件申请有未读留言；等候最久的在前`} />
      <InboxTable rows={rows} />
    </Stack>
  );
});
