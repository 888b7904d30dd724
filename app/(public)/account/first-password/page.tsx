import { redirect } from 'next/navigation';
import { AccountForm } from '@/components/account/account-form';
import { PasswordAdvice } from '@/components/account/password-advice';
import { newPasswordFields } from '@/components/account/password-fields';
import { SignInBox, SignInPage } from '@/components/sign-in/sign-in-page';
import { SignInTrouble } from '@/components/sign-in/sign-in-trouble';
import { Stack } from '@/components/ui/layout';
import { ENTERPRISE_ROLE_WORDS } from '@/lib/access/rules/role-words';
import { paths } from '@/lib/kernel/paths';
import { siteData } from '@/lib/runtime/frame-data';
import { page } from '@/lib/runtime/page';
import { chooseFirstPasswordAction } from './actions';

export const metadata = { title: '修改初始密码' };

export default page(
  { who: 'enterprise', servesPending: 'first-password', at: paths.firstPassword },
  async ({ ctx: { actor } }) => {
    if (actor.pending !== 'first-password') redirect(paths.enterpriseHome());
    const { support } = await siteData();
    return (
      <SignInPage
        box={
          <SignInBox heading="修改初始密码" title="请先修改初始密码">
            <Stack gap={4}>
              <p>
                {actor.enterpriseName}，{actor.username}（{ENTERPRISE_ROLE_WORDS[actor.role]}）
              </p>
              <p>短信里的初始密码只用于第一次登录。设好新密码即可开始办理。</p>
              <AccountForm
                action={chooseFirstPasswordAction}
                fields={newPasswordFields('enterprise')}
                submitLabel="保存新密码"
                pendingLabel="正在保存"
                notDone="新密码尚未保存"
                full
              />
            </Stack>
          </SignInBox>
        }
        aside={
          <>
            <PasswordAdvice />
            <SignInTrouble support={support} elsewhere={{ label: '常见问题', href: `${paths.help()}#password` }} />
          </>
        }
      />
    );
  },
);
