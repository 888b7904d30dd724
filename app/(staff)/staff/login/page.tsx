import { redirect } from 'next/navigation';
import { SignInForm } from '@/components/sign-in/sign-in-form';
import { SignInBox, SignInPage } from '@/components/sign-in/sign-in-page';
import { SignInTrouble } from '@/components/sign-in/sign-in-trouble';
import { WhyHere } from '@/components/sign-in/why-here';
import { Section } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { safeNext } from '@/lib/access/rules/safe-next';
import { paths } from '@/lib/kernel/paths';
import { hasLapsedSession, siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import { signInStaffAction } from './actions';

export const metadata = { title: '业务人员登录' };

export default page({ who: 'public' }, async ({ ctx, search }) => {
  const next = safeNext(search.next, 'staff', '');
  if (ctx.actor.kind === 'staff') redirect(next || paths.staffHome());
  const [{ support }, lapsed] = await Promise.all([siteData(), hasLapsedSession()]);
  const otherSide = ctx.actor.kind === 'enterprise' ? '申报单位' : null;
  return (
    <SignInPage
      box={
        <SignInBox heading="业务人员登录" title="业务人员登录">
          <Stack gap={4}>
            <WhyHere lapsed={lapsed} wanted={next !== ''} otherSide={otherSide} />
            <SignInForm action={signInStaffAction} side="staff" codeId={crypto.randomUUID()} next={next || undefined} />
          </Stack>
        </SignInBox>
      }
      aside={
        <>
          <Section title="本入口只供业务人员使用">
            <p>账号由安全管理员开通，岗位决定可以办理的事项。</p>
            <p>离开座位时请退出。30 分钟没有操作，系统自动退出。</p>
          </Section>
          <SignInTrouble support={support} elsewhere={{ label: '法人用户登录', href: paths.login() }} />
        </>
      }
    />
  );
});
