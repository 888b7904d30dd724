import { redirect } from 'next/navigation';
import { AccountForm } from '@/components/account/account-form';
import { FACTOR_FIELD } from '@/components/account/factor-field';
import { SignInBox, SignInPage } from '@/components/sign-in/sign-in-page';
import { Section } from '@/components/ui/card';
import { Stack } from '@/components/ui/layout';
import { safeNext } from '@/lib/access/rules/safe-next';
import { paths } from '@/lib/kernel/paths';
import { page } from '@/lib/runtime/page';
import { showFactorAction } from './actions';

export const metadata = { title: '第二重验证' };

export default page(
  { who: 'staff', servesPending: 'factor', at: () => paths.staffFactor() },
  async ({ ctx, search }) => {
    const next = safeNext(search.next, 'staff', '');
    if (ctx.actor.pending !== 'factor') redirect(next || paths.staffHome());
    return (
      <SignInPage
        box={
          <SignInBox heading="第二重验证" title="第二重验证">
            <Stack gap={4}>
              <p>密码正确。请打开手机上的身份验证器，填写当前的六位数字。</p>
              <AccountForm
                action={showFactorAction}
                fields={[FACTOR_FIELD]}
                hidden={{ next }}
                submitLabel="验证"
                pendingLabel="正在验证"
                notDone="尚未通过验证"
                full
              />
            </Stack>
          </SignInBox>
        }
        aside={
          <Section title="手机不在身边">
            <p>在上面填写一个恢复码，每个只能用一次。</p>
            <p>恢复码也没有的，请联系安全管理员。</p>
          </Section>
        }
      />
    );
  },
);
