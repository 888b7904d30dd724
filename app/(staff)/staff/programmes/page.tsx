import { StaffHead } from '@/components/frame/staff-frame';
import { ProgrammeTable } from '@/components/programme-admin/programme-table';
import { TakeConfigForm } from '@/components/programme-admin/take-config-form';
import { Stack } from '@/components/ui/layout';
import { paths } from '@/lib/kernel/paths';
import { programmeLines } from '@/lib/programme/admin-queries';
import { page } from '@/lib/runtime/page';
import { takeConfigCall } from './actions';

export const metadata = { title: '政策事项' };

export default page({ who: 'staff', may: 'programme.manage', at: paths.staffProgrammes }, async ({ ctx }) => (
  <Stack gap={4}>
    <StaffHead title="政策事项" note="填写项、类别和金额、材料、条件、期限和文字，都在配置里" />
    <ProgrammeTable rows={await programmeLines(ctx)} />
    <TakeConfigForm take={takeConfigCall} />
  </Stack>
));
