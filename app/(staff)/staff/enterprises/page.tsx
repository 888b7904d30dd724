import { EnterpriseSearch, EnterpriseTable } from '@/components/desk/enterprise-table';
import { StaffHead } from '@/components/frame/staff-frame';
import { Stack } from '@/components/ui/layout';
import { searchEnterprises } from '@/lib/desk/enterprise-queries';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';

export const metadata = { title: '企业查询' };

export default page({ who: 'staff', may: 'enterprise.look', at: paths.staffEnterprises }, async ({ ctx, search }) => {
  const q = (search.q ?? '').slice(0, 100);
  const { rows, more } = await searchEnterprises(ctx, q);
  return (
    <Stack gap={3}>
      <StaffHead title="企业查询" note="在本系统注册的企业：人员、请求、冻结" />
      <EnterpriseSearch query={q} />
      <EnterpriseTable rows={rows} more={more} />
    </Stack>
  );
});
