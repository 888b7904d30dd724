import 'server-only';
import type { EnterpriseActor } from '@/lib/access/actor';
import { authorise } from '@/lib/access/authorise';
import type { Context } from '@/lib/access/context';
import { sumFen } from '@/lib/kernel/fen';
import { shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { versionById } from '@/lib/programme/queries';
import { casesOfYear } from './home-store';

type Sum = { readonly count: number; readonly fen: number };

/** A programme's yearly cap and what has been taken of it. The three parts make up the cap. */
export type CapOfYear = {
  readonly programme: string;
  readonly capFen: number;
  readonly paidFen: number;
  readonly waitingFen: number;
  readonly leftFen: number;
};

export type MoneyOfYear = {
  readonly year: number;
  readonly applied: Sum;
  readonly approved: Sum;
  readonly paid: Sum;
  readonly caps: readonly CapOfYear[];
};

const GRANTED = new Set(['APPROVED', 'IN_NOTICE', 'CLEARED', 'DISBURSING', 'COMPLETED']);

/** 年度资金 of the present year in China: applied for, approved, paid, and each programme's cap; all in fen. */
export async function moneyOfYear(ctx: Context<EnterpriseActor>): Promise<MoneyOfYear> {
  authorise(ctx.actor, 'enterprise.read', ctx.actor);
  const year = Number(shanghaiDayOf(ctx.now).slice(0, 4));
  const rows = await casesOfYear(ctx.db, ctx.actor.enterpriseId, year);
  const cases = rows.map((row) => ({
    programmeId: row.programmeId,
    programme: row.programme.name,
    versionId: row.programmeVersionId,
    appliedFen: Number(row.expectedFen),
    approvedFen: GRANTED.has(row.status) ? Number(row.approvedFen ?? 0) : 0,
    paidFen: sumFen(row.disbursements.map(({ amountFen }) => Number(amountFen))),
  }));
  const caps = [...new Set(cases.map(({ programmeId }) => programmeId))].map(async (programmeId) => {
    const own = cases.filter((one) => one.programmeId === programmeId);
    return capOf(ctx, own);
  });
  return {
    year,
    applied: summed(cases.map(({ appliedFen }) => appliedFen)),
    approved: summed(cases.map(({ approvedFen }) => approvedFen)),
    paid: summed(cases.map(({ paidFen }) => paidFen)),
    caps: await Promise.all(caps),
  };
}

type CaseMoney = { programme: string; versionId: string; approvedFen: number; paidFen: number };

async function capOf(ctx: Context, cases: readonly CaseMoney[]): Promise<CapOfYear> {
  const [first] = cases;
  if (!first) throw new Error('a cap without a case');
  const capFen = (await versionById(ctx, first.versionId)).config.yearlyCapFen;
  const paidFen = sumFen(cases.map((one) => one.paidFen));
  const approvedFen = sumFen(cases.map((one) => one.approvedFen));
  const waitingFen = Math.max(0, approvedFen - paidFen);
  return {
    programme: first.programme,
    capFen,
    paidFen,
    waitingFen,
    leftFen: Math.max(0, capFen - paidFen - waitingFen),
  };
}

function summed(amounts: readonly number[]): Sum {
  const counted = amounts.filter((fen) => fen > 0);
  return { count: counted.length, fen: sumFen(counted) };
}
