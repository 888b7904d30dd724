import { PhoneStep } from '@/components/registration/phone-step';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import * as acts from '../actions';
import { registrationAt } from '../registration-page';

export const metadata = { title: '验证管理员手机', robots: { index: false } };

export default page({ who: 'public' }, async ({ ctx }) => {
  const registration = await registrationAt(ctx, 'phone');
  const { park, support } = await siteData();
  return (
    <PhoneStep
      registration={registration}
      site={{ park, support }}
      acts={{
        sendCode: acts.sendRegistrationCodeAction,
        finish: acts.finishRegistrationAction,
        amend: acts.amendRegistrationAction,
        askSupport: acts.askSupportAction,
      }}
    />
  );
});
