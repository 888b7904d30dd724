import 'server-only';
import type { Context } from '@/lib/access/context';
import { openSealed, rowsWithEqual } from '@/lib/db/sealed';
import { normaliseEnterpriseName } from '@/lib/enterprise/rules/normalise-name';
import { CHANGE_FIELDS } from '@/lib/enterprise/rules/change-form';
import { normaliseAnswer } from '@/lib/forms/rules/answers';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import type { RequestRow } from './store';
import * as rules from './rules/checks';

const DAY_MS = 86_400_000;

/** What the system can say about a request before a person looks at its papers. */
export async function checksOf(ctx: Context, row: RequestRow): Promise<rules.Check[]> {
  const frozen = rules.frozenCheck(row.enterprise.status === 'FROZEN');
  switch (row.kind) {
    case 'ENTERPRISE_INFO':
      return [...frozen, ...(await informationChecks(ctx, row))];
    case 'ADMINISTRATOR':
      return [...frozen, ...(await administratorChecks(ctx, row))];
    case 'PASSWORD_RESET':
      return [...frozen, ...(await resetChecks(ctx, row))];
  }
}

async function informationChecks(ctx: Context, row: RequestRow): Promise<rules.Check[]> {
  const asked = row.fields as Record<string, string>;
  const name = asked.name ?? row.enterprise.name;
  const [answer, other] = await Promise.all([
    ctx.ports.register.lookUp({ uscc: row.enterprise.uscc, name }),
    ctx.db.enterprise.count({
      where: { normalisedName: normaliseEnterpriseName(name), id: { not: row.enterpriseId } },
    }),
  ]);
  const entity = answer.answer === 'match' ? answer.entity : null;
  const also = (
    [
      ['legalRepresentative', '法定代表人'],
      ['registeredAddress', '注册地址'],
      ['type', '企业类型'],
    ] as const
  ).flatMap(([field, label]) =>
    asked[field] && entity ? [rules.registeredFieldCheck(label, asked[field], entity[field])] : [],
  );
  return [rules.registerCheck(answer, name), ...(asked.name ? [rules.nameCheck(other > 0)] : []), ...also];
}

async function administratorChecks(ctx: Context, row: RequestRow): Promise<rules.Check[]> {
  const asked = row.fields as Record<string, string>;
  const sealed = (column: string) => openSealed(ctx, { table: 'change_request', column, rowId: row.id });
  const [number, mobile] = [await sealed('administratorIdNumber'), await sealed('administratorMobile')];
  const field = CHANGE_FIELDS.ADMINISTRATOR.find(({ id }) => id === 'administratorIdNumber');
  const today = shanghaiDayOf(ctx.now);
  const read = field && normaliseAnswer(field, number ?? '', { today, idType: asked.administratorIdType });
  const holders = mobile ? await rowsWithEqual(ctx, 'enterprise_user', 'mobile', mobile) : [];
  const others = await ctx.db.enterpriseUser.groupBy({
    by: ['enterpriseId'],
    where: { id: { in: holders }, enterpriseId: { not: row.enterpriseId } },
  });
  const answer = await ctx.ports.register.lookUp({ uscc: row.enterprise.uscc, name: row.enterprise.name });
  const letter = row.papers.find(({ kind }) => kind === 'authorisation-letter');
  return [
    rules.letterCheck(letter?.checkState),
    rules.idCheck(!number ? '没有填写' : read && !read.ok ? read.refusal : null),
    rules.mobileCheck(others.length),
    rules.registerCheck(answer, row.enterprise.name),
    rules.lastSignInCheck('原管理员', await daysSinceSignIn(ctx, row.enterpriseId, 'admin')),
  ];
}

async function resetChecks(ctx: Context, row: RequestRow): Promise<rules.Check[]> {
  const people = ['admin', 'super'] as const;
  const seen = await Promise.all(people.map((username) => daysSinceSignIn(ctx, row.enterpriseId, username)));
  return people.map((username, index) => rules.lastSignInCheck(username, seen[index] ?? null));
}

async function daysSinceSignIn(ctx: Context, enterpriseId: string, username: string): Promise<number | null> {
  const session = await ctx.db.session.findFirst({
    where: { enterpriseUser: { enterpriseId, username } },
    orderBy: { createdAt: 'desc' },
    select: { createdAt: true },
  });
  return session ? Math.floor((ctx.now.getTime() - session.createdAt.getTime()) / DAY_MS) : null;
}
