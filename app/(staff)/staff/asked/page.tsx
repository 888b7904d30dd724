import { StaffHead } from '@/components/frame/staff-frame';
import { AskedPage } from '@/components/review/asked-page';
import { Stack } from '@/components/ui/layout';
import { paths } from '@/lib/kernel/paths';
import { askedOf } from '@/lib/review/asked-queries';
import { page } from '@/lib/runtime/page';
import { answerColleague, withdrawQuestion } from '../applications/[id]/actions';

export const metadata = { title: '转交与加签' };

export default page({ who: 'staff', may: 'queue.read', at: paths.asked }, async ({ ctx }) => (
  <Stack gap={4}>
    <StaffHead title="转交与加签" note="同事转交给您的案件，和请您提意见的案件" />
    <AskedPage {...await askedOf(ctx)} answer={answerColleague} withdraw={withdrawQuestion} />
  </Stack>
));
