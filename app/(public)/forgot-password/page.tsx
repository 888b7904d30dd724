import { AskResetForm } from '@/components/sign-in/ask-reset-form';
import { SignInBox, SignInPage } from '@/components/sign-in/sign-in-page';
import { SignInTrouble } from '@/components/sign-in/sign-in-trouble';
import { Anchor } from '@/components/ui/anchor';
import { Section } from '@/components/ui/card';
import { paths } from '@/lib/kernel/paths';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import { askResetAction } from './actions';

export const metadata = { title: '忘记密码' };

export default page({ who: 'public' }, async () => {
  const { support } = await siteData();
  return (
    <SignInPage
      box={
        <SignInBox heading="忘记密码" title="忘记密码" below={<Anchor href={paths.login()}>返回登录</Anchor>}>
          <AskResetForm action={askResetAction} codeId={crypto.randomUUID()} />
        </SignInBox>
      }
      aside={
        <>
          <Section title="超级用户和经办人">
            <p>验证码发到账号绑定的手机或邮箱，凭验证码设置新密码。</p>
            <p>没有绑定的，可请企业管理员在“员工管理”中重置。</p>
          </Section>
          <Section title="企业管理员 admin">
            <p>管理员密码须经窗口核对后重置。管理员和超级用户都无法登录的，也在此申请。</p>
            <p>
              <Anchor href={paths.forgotPasswordRequest()}>提交密码重置申请</Anchor>
            </p>
          </Section>
          <SignInTrouble support={support} elsewhere={{ label: '常见问题', href: `${paths.help()}#password` }} />
        </>
      }
    />
  );
});
