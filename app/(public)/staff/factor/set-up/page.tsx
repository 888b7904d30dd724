import { FactorSetUp } from '@/components/account/factor-set-up';
import { SignInBox, SignInPage } from '@/components/sign-in/sign-in-page';
import { Section } from '@/components/ui/card';
import { factorOffer } from '@/lib/access/factor-queries';
import { paths } from '@/lib/kernel/paths';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import { setUpFactorCall } from './actions';

export const metadata = { title: '设置第二重验证' };

export default page({ who: 'staff', servesPending: 'factor-setup', at: paths.staffFactorSetUp }, async ({ ctx }) => {
  // Once it is set up this page is drawn again, below the recovery codes that are shown this once: it must not lead away.
  const isDone = ctx.actor.pending !== 'factor-setup';
  const { park } = await siteData();
  return (
    <SignInPage
      box={
        <SignInBox heading="设置第二重验证" title="设置第二重验证">
          <FactorSetUp
            offer={isDone ? null : factorOffer(ctx, park.wordmark)}
            confirm={setUpFactorCall}
            homeHref={paths.staffHome()}
          />
        </SignInBox>
      }
      aside={
        <>
          <Section title="为什么需要">
            <p>您的账号能决定补贴和付款。只凭密码，被人看到一次就够了。</p>
            <p>以后每次登录，除密码外还要填手机上的六位数字。</p>
          </Section>
          <Section title="用什么手机软件">
            <p>任何身份验证器都可以，不需要联网，也不收集信息。</p>
          </Section>
        </>
      }
    />
  );
});
