import 'server-only';
import type { Context } from '@/lib/access/context';
import { maskName } from '@/lib/kernel/personal-name';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import * as files from '../attachment-store';
import type { Place } from '../rules/place-file';

type Asked = {
  readonly applicationId: string;
  readonly sha256: string;
  readonly config: ProgrammeConfig;
  readonly place: Place;
};

/** Where else in this application the very same file is attached: `张* 的 学位证书`; null where it is not. */
export async function whereElse(ctx: Context, { applicationId, sha256, config, place }: Asked): Promise<string | null> {
  const same = await files.attachmentsOfBytes(ctx.db, applicationId, sha256);
  const isHere = (one: Place) => one.requirementId === place.requirementId && one.talentId === place.talentId;
  // In its own place it is no question: attaching it again answers the one that is there.
  const other = same.some(isHere) ? undefined : same[0];
  if (!other) return null;
  const label = config.requirements.find(({ id }) => id === other.requirementId)?.label ?? '其他材料';
  return other.talent ? `${maskName(other.talent.name) || '未填姓名'} 的 ${label}` : label;
}
