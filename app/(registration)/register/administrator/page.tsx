import { FormStep } from '@/components/registration/form-step';
import { registrationField } from '@/lib/enterprise/rules/registration-form';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import { registrationAt } from '../registration-page';

export const metadata = { title: '管理员授权委托信息', robots: { index: false } };

export default page({ who: 'public' }, async ({ ctx, search }) => {
  const registration = await registrationAt(ctx, 'administrator');
  const { park, support } = await siteData();
  const at = search.at && registrationField(search.at) ? search.at : null;
  const today = shanghaiDayOf(ctx.now);
  return <FormStep step="administrator" registration={registration} today={today} site={{ park, support }} at={at} />;
});
