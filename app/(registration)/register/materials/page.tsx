import { MaterialsStep } from '@/components/registration/materials-step';
import { isRegistrationPaper } from '@/lib/enterprise/rules/registration-form';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import { submitRegistrationAction } from '../actions';
import { registrationAt } from '../registration-page';

export const metadata = { title: '上传证件资料', robots: { index: false } };

export default page({ who: 'public' }, async ({ ctx, search }) => {
  const registration = await registrationAt(ctx, 'materials');
  const { park, support } = await siteData();
  const at = search.at && isRegistrationPaper(search.at) ? search.at : null;
  const today = shanghaiDayOf(ctx.now);
  return (
    <MaterialsStep
      registration={registration}
      today={today}
      site={{ park, support }}
      at={at}
      submit={submitRegistrationAction}
    />
  );
});
