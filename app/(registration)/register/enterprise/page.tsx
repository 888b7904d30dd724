import { FormStep } from '@/components/registration/form-step';
import { registrationField } from '@/lib/enterprise/rules/registration-form';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import { registrationAt } from '../registration-page';

export const metadata = { title: '企业注册信息', robots: { index: false } };

export default page({ who: 'public' }, async ({ ctx, search }) => {
  const registration = await registrationAt(ctx, 'enterprise');
  const { park, support } = await siteData();
  const at = search.at && registrationField(search.at) ? search.at : null;
  const today = shanghaiDayOf(ctx.now);
  return <FormStep step="enterprise" registration={registration} today={today} site={{ park, support }} at={at} />;
});
