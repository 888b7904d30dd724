import { createHash } from 'node:crypto';
import type { PublicActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { newId } from '@/lib/db/ids';
import { openSealed } from '@/lib/db/sealed';
import { attachRegistrationPaper } from '@/lib/enterprise/commands/attach-registration-paper';
import { finishRegistration } from '@/lib/enterprise/commands/finish-registration';
import { openRegistration } from '@/lib/enterprise/commands/open-registration';
import { printRegistrationPaper } from '@/lib/enterprise/commands/print-registration-paper';
import { saveRegistration } from '@/lib/enterprise/commands/save-registration';
import { sendRegistrationCode } from '@/lib/enterprise/commands/send-registration-code';
import { submitRegistration } from '@/lib/enterprise/commands/submit-registration';
import type { CaProvider } from '@/lib/enterprise/rules/ca-provider';
import { REGISTRATION_PAPERS } from '@/lib/enterprise/rules/registration-form';
import { isPrintedKind, type PrintedKind } from '@/lib/enterprise/rules/registration-paper-model';
import { done } from './disbursement';
import { paperPicture } from './paper-picture';
import { photographPdf } from './receipt';
import { registrationAnswers } from './registration';
import { streamOf } from './stream-of';

/** A firm that the register knows, with the key in its office. */
export type Firm = {
  readonly uscc: string;
  readonly name: string;
  readonly keyId: string;
  readonly provider?: CaProvider;
};

export type Visitor = Context<PublicActor>;

const PROOF_MINUTES = 30;

export function hashed(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** What a key has just proven in this browser, as the verifier leaves it; answers the proof's id. */
export async function aProof({ db, now }: Visitor, firm: Firm, browser: string): Promise<string> {
  const of = { provider: firm.provider ?? 'JIANGSU', purpose: 'registration', browserHash: hashed(browser) };
  const challengeId = newId();
  await db.caChallenge.create({
    data: {
      ...{ id: challengeId, ...of, origin: 'http://localhost', digest: hashed(challengeId) },
      ...{ createdAt: now, expiresAt: new Date(now.getTime() + 120_000), usedAt: now },
    },
  });
  const id = newId();
  await db.caProof.create({
    data: {
      ...{ id, challengeId, ...of, uscc: firm.uscc, enterpriseName: firm.name, algorithm: 'SM2', keyId: firm.keyId },
      ...{ certificateSha256: hashed(firm.keyId), certificateNotAfter: new Date('2028-01-01T00:00:00Z') },
      ...{ provenAt: now, goodUntil: new Date(now.getTime() + PROOF_MINUTES * 60_000) },
    },
  });
  return id;
}

/** The form as it is printed now, as bytes of a PDF. */
export async function printedForm(visitor: Visitor, browser: string, kind: PrintedKind): Promise<Uint8Array> {
  const { paperId } = done('print', await printRegistrationPaper(visitor, { browser, kind }));
  const row = await visitor.db.issuedPaper.findUniqueOrThrow({ where: { id: paperId } });
  const pdf = await visitor.ports.files.get(row.pdfKey);
  if (!pdf) throw new Error('no bytes of the form');
  return pdf;
}

export type RegisteringPlan = {
  readonly firm: Firm;
  readonly browser: string;
  readonly seed: number;
  /** Printed, stamped and photographed, as it is asked for; otherwise pictures of any paper. */
  readonly isStamped?: boolean;
};

/** A registration with everything typed and uploaded, ready to be handed in; answers its id. */
export async function aWholeRegistration(visitor: Visitor, plan: RegisteringPlan): Promise<string> {
  const { firm, browser, seed } = plan;
  const proofId = await aProof(visitor, firm, browser);
  const { registrationId } = done('open', await openRegistration(visitor, { proofId, browser }));
  const changes = Object.entries(registrationAnswers(seed)).map(([fieldId, value]) => ({ fieldId, value }));
  done('save', await saveRegistration(visitor, { browser, changes }));
  for (const { kind, label } of REGISTRATION_PAPERS) {
    const pdf = isPrintedKind(kind) ? await printedForm(visitor, browser, kind) : null;
    const bytes =
      pdf && plan.isStamped
        ? await photographPdf(pdf, { owner: firm.name, seed })
        : paperPicture({ title: label, lines: [firm.name], serial: seed, isSmall: true });
    const paper = { browser, kind, name: `${label}.jpg` };
    done('attach', await attachRegistrationPaper(visitor, paper, streamOf(bytes)));
  }
  return registrationId;
}

/** 完成注册, from the key to the two accounts; answers the registration's id. */
export async function aRegistered(visitor: Visitor, plan: RegisteringPlan): Promise<string> {
  const id = await aWholeRegistration(visitor, plan);
  const { browser } = plan;
  done('submit', await submitRegistration(visitor, { browser }));
  done('code', await sendRegistrationCode(visitor, { browser }));
  done('finish', await finishRegistration(visitor, { browser, code: await lastSmsCode(visitor) }));
  return id;
}

/** The code that went out last, read as its telephone would. */
export async function lastSmsCode(ctx: Pick<Context, 'db' | 'vault'>): Promise<string> {
  const row = await ctx.db.message.findFirst({ where: { kind: 'code' }, orderBy: { id: 'desc' } });
  const body = await openSealed(ctx, { table: 'message', column: 'body', rowId: row?.id ?? '' });
  return /\d{6}/.exec(body ?? '')?.[0] ?? '';
}
