'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { askBindCode, bindOwnAddress } from '@/lib/access/commands/bind-own-address';
import { changePassword } from '@/lib/access/commands/change-password';
import { endOtherSessions, endOwnSession } from '@/lib/access/commands/end-own-session';
import { askProofCode, proveOwn } from '@/lib/access/commands/prove-own';
import {
  askEmailCodeSchema,
  askMobileCodeSchema,
  askProofSchema,
  bindEmailSchema,
  bindMobileSchema,
  endSessionSchema,
  proveOwnSchema,
} from '@/lib/access/rules/account.schema';
import { changePasswordSchema } from '@/lib/access/rules/password.schema';
import { explainChangePassword } from '@/lib/access/rules/password-refusals';
import { explainProveOwn } from '@/lib/access/rules/prove-own-refusals';
import { explainSmsCode } from '@/lib/access/rules/sms-code-refusals';
import { paths } from '@/lib/kernel/paths';
import { action } from '@/lib/runtime/action';
import { writeSessionCookie } from '@/lib/runtime/session-cookie';

const who = 'enterprise';
const explainAsk = { ...explainChangePassword, ...explainSmsCode };
const sent = ({ nextInSeconds }: { nextInSeconds: number }) => `验证码已发送，${nextInSeconds} 秒后可重新获取。`;
const said = (words: string) => {
  revalidatePath(paths.account());
  return words;
};

export const changePasswordAction = action({
  who,
  input: changePasswordSchema,
  run: changePassword,
  explain: explainChangePassword,
  done: async ({ token }) => {
    await writeSessionCookie(token);
    return said('密码已修改，其他设备已全部退出。');
  },
});

export const askMobileCodeAction = action({
  who,
  input: askMobileCodeSchema,
  run: (ctx, { mobile, current }) => askBindCode(ctx, { what: 'mobile', address: mobile, current }),
  explain: explainAsk,
  done: sent,
});

export const bindMobileAction = action({
  who,
  input: bindMobileSchema,
  run: (ctx, { mobile, code }) => bindOwnAddress(ctx, { what: 'mobile', address: mobile, code }),
  explain: explainSmsCode,
  done: () => said('手机已绑定。'),
});

export const askEmailCodeAction = action({
  who,
  input: askEmailCodeSchema,
  run: (ctx, { email, current }) => askBindCode(ctx, { what: 'email', address: email, current }),
  explain: explainAsk,
  done: sent,
});

export const bindEmailAction = action({
  who,
  input: bindEmailSchema,
  run: (ctx, { email, code }) => bindOwnAddress(ctx, { what: 'email', address: email, code }),
  explain: explainSmsCode,
  done: () => said('邮箱已绑定。'),
});

export const askProofAction = action({
  who,
  input: askProofSchema,
  run: askProofCode,
  explain: explainProveOwn,
  done: sent,
});

export const proveOwnAction = action({
  who,
  input: proveOwnSchema,
  run: proveOwn,
  explain: explainProveOwn,
  done: async ({ token }) => {
    await writeSessionCookie(token);
    return '已验证';
  },
});

export const endSessionAction = action({
  who,
  input: endSessionSchema,
  run: endOwnSession,
  explain: {},
  done: () => said('该设备已退出。'),
});

export const endOthersAction = action({
  who,
  input: z.object({}),
  run: endOtherSessions,
  explain: {},
  done: ({ ended }) => said(ended > 0 ? `已退出其他 ${ended} 处登录。` : '没有其他设备登录。'),
});
