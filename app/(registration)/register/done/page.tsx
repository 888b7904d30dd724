import { DoneStep } from '@/components/registration/done-step';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import { registrationAt } from '../registration-page';

export const metadata = { title: '注册完成', robots: { index: false } };

export default page({ who: 'public' }, async ({ ctx }) => {
  const registration = await registrationAt(ctx, 'done');
  const { park, support } = await siteData();
  return <DoneStep registration={registration} site={{ park, support }} />;
});
