import { contentHash } from '@/lib/db/content-hash';
import type { Db } from '@/lib/db/client';
import { newId } from '@/lib/db/ids';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';

export type ProgrammePlan = {
  readonly config?: ProgrammeConfig;
  readonly year?: number;
  readonly opensOn?: string;
  readonly closesOn?: string;
  readonly budgetFen?: number;
  readonly publishedAt?: Date;
};

export type BuiltProgramme = { readonly programmeId: string; readonly versionId: string; readonly code: string };

/** A published programme with one year's window and budget; the sample one, open through 2026, unless told otherwise. */
export async function aPublishedProgramme(db: Db, plan: ProgrammePlan = {}): Promise<BuiltProgramme> {
  const config = plan.config ?? talentRecruitment;
  const publishedAt = plan.publishedAt ?? new Date('2026-01-05T01:00:00Z');
  const [programmeId, versionId] = [newId(), newId()];
  await db.programme.create({
    data: { id: programmeId, code: config.code, name: config.name, createdAt: publishedAt },
  });
  await db.programmeVersion.create({
    data: {
      id: versionId,
      programmeId,
      number: 1,
      status: 'PUBLISHED',
      config,
      sha256: contentHash(config),
      publishedAt,
    },
  });
  await db.programmeYear.create({
    data: {
      id: newId(),
      programmeId,
      year: plan.year ?? 2026,
      opensOn: plan.opensOn ?? '2026-03-01',
      closesOn: plan.closesOn ?? '2026-12-15',
      budgetFen: plan.budgetFen ?? 30_000_000_00,
    },
  });
  return { programmeId, versionId, code: config.code };
}
