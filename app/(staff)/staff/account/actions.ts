'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { askBindCode, bindOwnAddress } from '@/lib/access/commands/bind-own-address';
import { changePassword } from '@/lib/access/commands/change-password';
import { endOtherSessions, endOwnSession } from '@/lib/access/commands/end-own-session';
import { renewRecoveryCodes, replaceFactor } from '@/lib/access/commands/set-up-factor';
import {
  askEmailCodeSchema,
  askMobileCodeSchema,
  bindEmailSchema,
  bindMobileSchema,
  endSessionSchema,
} from '@/lib/access/rules/account.schema';
import { changePasswordSchema } from '@/lib/access/rules/password.schema';
import { explainChangePassword } from '@/lib/access/rules/password-refusals';
import { explainSmsCode } from '@/lib/access/rules/sms-code-refusals';
import { paths } from '@/lib/kernel/paths';
import { action, call } from '@/lib/runtime/action';
import { writeSessionCookie } from '@/lib/runtime/session-cookie';

const who = 'staff';
const explainAsk = { ...explainChangePassword, ...explainSmsCode };
const sent = ({ nextInSeconds }: { nextInSeconds: number }) => `验证码已发送，${nextInSeconds} 秒后可重新获取。`;
const said = (words: string) => {
  revalidatePath(paths.staffAccount());
  return words;
};

export const changePasswordStaffAction = action({
  who,
  input: changePasswordSchema,
  run: changePassword,
  explain: explainChangePassword,
  done: async ({ token }) => {
    await writeSessionCookie(token);
    return said('密码已修改，其他设备已全部退出。');
  },
});

export const askMobileCodeStaffAction = action({
  who,
  requireStepUp: true,
  input: askMobileCodeSchema,
  run: (ctx, { mobile, current }) => askBindCode(ctx, { what: 'mobile', address: mobile, current }),
  explain: explainAsk,
  done: sent,
});

export const bindMobileStaffAction = action({
  who,
  input: bindMobileSchema,
  run: (ctx, { mobile, code }) => bindOwnAddress(ctx, { what: 'mobile', address: mobile, code }),
  explain: explainSmsCode,
  done: () => said('手机已绑定。'),
});

export const askEmailCodeStaffAction = action({
  who,
  requireStepUp: true,
  input: askEmailCodeSchema,
  run: (ctx, { email, current }) => askBindCode(ctx, { what: 'email', address: email, current }),
  explain: explainAsk,
  done: sent,
});

export const bindEmailStaffAction = action({
  who,
  input: bindEmailSchema,
  run: (ctx, { email, code }) => bindOwnAddress(ctx, { what: 'email', address: email, code }),
  explain: explainSmsCode,
  done: () => said('邮箱已绑定。'),
});

export const endSessionStaffAction = action({
  who,
  input: endSessionSchema,
  run: endOwnSession,
  explain: {},
  done: () => said('该设备已退出。'),
});

export const endOthersStaffAction = action({
  who,
  input: z.object({}),
  run: endOtherSessions,
  explain: {},
  done: ({ ended }) => said(ended > 0 ? `已退出其他 ${ended} 处登录。` : '没有其他设备登录。'),
});

export const renewRecoveryCodesCall = call({
  who,
  requireStepUp: true,
  input: z.object({}),
  run: renewRecoveryCodes,
  explain: {},
});

export const replaceFactorAction = action({
  who,
  requireStepUp: true,
  input: z.object({}),
  run: replaceFactor,
  explain: {},
  done: () => redirect(paths.staffFactorSetUp()),
});
