import { redirect } from 'next/navigation';
import { FirstTime, WhichUser } from '@/components/sign-in/first-time';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { SignInBox, SignInPage } from '@/components/sign-in/sign-in-page';
import { SignInTrouble } from '@/components/sign-in/sign-in-trouble';
import { WhyHere } from '@/components/sign-in/why-here';
import { Anchor } from '@/components/ui/anchor';
import { Tabs } from '@/components/ui/tabs';
import { Notice } from '@/components/ui/notice';
import { Stack } from '@/components/ui/layout';
import { safeNext } from '@/lib/access/rules/safe-next';
import { paths } from '@/lib/kernel/paths';
import { hasLapsedSession, siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import { signInEnterpriseAction } from './actions';

export const metadata = { title: '登录' };

export default page({ who: 'public' }, async ({ ctx, search }) => {
  const next = safeNext(search.next, 'enterprise', '');
  if (ctx.actor.kind === 'enterprise') redirect(next || paths.enterpriseHome());
  const [{ support }, lapsed] = await Promise.all([siteData(), hasLapsedSession()]);
  return (
    <SignInPage
      box={
        <SignInBox
          heading="登录"
          tabs={<Tabs size="l" label="登录方式" items={[{ label: '法人用户', href: paths.login(), current: true }]} />}
          below={
            <>
              <Anchor href={paths.becomeUser()}>成为新用户</Anchor>
              <Anchor href={paths.forgotPassword()}>忘记密码</Anchor>
            </>
          }
        >
          <Stack gap={4}>
            {search.reset && (
              <Notice tone="green" role="status" title="密码已重设">
                请用新密码登录。其他设备已全部退出。
              </Notice>
            )}
            <WhyHere lapsed={lapsed} wanted={next !== ''} otherSide={ctx.actor.kind === 'staff' ? '业务人员' : null} />
            <SignInForm
              action={signInEnterpriseAction}
              side="enterprise"
              codeId={crypto.randomUUID()}
              next={next || undefined}
            />
          </Stack>
        </SignInBox>
      }
      aside={
        <>
          <FirstTime guideHref={paths.becomeUser()} />
          <WhichUser />
          <SignInTrouble support={support} elsewhere={{ label: '业务人员入口', href: paths.staffLogin() }} />
        </>
      }
    />
  );
});
