import 'server-only';
import type { CaProvider, ProofPurpose, TakenProof } from '../rules/ca-provider';

type Row = {
  readonly id: string;
  readonly provider: CaProvider;
  readonly purpose: string;
  readonly uscc: string;
  readonly enterpriseName: string;
  readonly keyId: string;
  readonly certificateNotAfter: Date;
  readonly provenAt: Date;
  readonly goodUntil: Date;
};

/** A proof as everybody outside this folder sees it. */
export function takenProof(row: Row): TakenProof {
  return {
    proofId: row.id,
    provider: row.provider,
    purpose: row.purpose as ProofPurpose,
    uscc: row.uscc,
    enterpriseName: row.enterpriseName,
    keyId: row.keyId,
    certificateNotAfter: row.certificateNotAfter,
    provenAt: row.provenAt,
    goodUntil: row.goodUntil,
  };
}
