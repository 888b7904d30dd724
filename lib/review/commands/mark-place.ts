import 'server-only';
import type { StaffActor } from '@/lib/access/actor';
import type { Context } from '@/lib/access/context';
import { parsePart } from '@/lib/application/rules/part-keys';
import { writeAudit } from '@/lib/audit/write';
import type { Region } from '@/lib/files/rules/region';
import { ok, refuse } from '@/lib/kernel/result';
import { putPlace } from '../proof-store';
import { partStands } from '../rules/parts';
import { joined, subjectOf } from '../rules/proof-places';
import { atHand, type ReviewAnswer } from './case-at-hand';
import { judged } from './ready-to-decide';

/** Remembers where a paper shows a field, for every later reviewer of the same file. */
export function markPlace(
  ctx: Context<StaffActor>,
  input: { applicationId: string; pin: string; paper: string; region: Region },
): Promise<ReviewAnswer> {
  const { pin, paper, region } = input;
  return atHand(ctx, input.applicationId, async (tx, row) => {
    const { snapshot, config } = await judged(tx, row);
    const [field, about] = [parsePart(pin), joined(pin, paper)];
    const file = snapshot.attachments.find((one) => one.fileId === region.fileId && isOf(one, paper));
    if (!field || !about || !file || !partStands(field, snapshot, config)) return refuse({ code: 'not-found' });
    const talent = snapshot.talents.find(({ id }) => id === about.talentId) ?? null;
    const { requirementId, sha256 } = file;
    const { fieldId } = about;
    await putPlace(tx.db, {
      ...{ programmeId: row.programmeId, sha256, requirementId, fieldId, subject: subjectOf(talent, config) },
      ...{ page: region.page, box: region.box },
      ...{ applicationId: row.id, stage: row.stage, markedById: ctx.actor.id, markedAt: ctx.now },
    });
    await writeAudit(tx, {
      action: 'review.markPlace',
      word: '标出证明位置',
      subjectKind: 'application',
      subjectId: row.id,
      detail: { fieldId, requirementId, page: region.page, box: region.box, submission: row.submissionCount },
    });
    return ok();
  });
}

function isOf({ requirementId, talentId }: { requirementId: string; talentId: string | null }, paper: string): boolean {
  const part = parsePart(paper);
  return part?.kind === 'attachment' && part.requirementId === requirementId && part.talentId === talentId;
}
