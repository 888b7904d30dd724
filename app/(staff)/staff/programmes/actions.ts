'use server';

import { revalidatePath } from 'next/cache';
import { redirect } from 'next/navigation';
import { paths } from '@/lib/kernel/paths';
import { discardVersion } from '@/lib/programme/commands/discard-version';
import { publishVersion } from '@/lib/programme/commands/publish-version';
import { saveYear } from '@/lib/programme/commands/save-year';
import { takeConfig } from '@/lib/programme/commands/take-config';
import { saveYearSchema, takeConfigSchema, versionActSchema } from '@/lib/programme/rules/programme.schema';
import { explainProgramme } from '@/lib/programme/rules/refusals';
import { action, call } from '@/lib/runtime/action';

const shared = { who: 'staff', explain: explainProgramme } as const;

export const takeConfigCall = call({ ...shared, input: takeConfigSchema, run: takeConfig });

// What is published decides on money: whoever does it proves again that it is he.
export const publishVersionAction = action({
  ...shared,
  requireStepUp: true,
  input: versionActSchema,
  run: publishVersion,
  done: (_value, { versionId }) => {
    revalidatePath(paths.programmeVersion(versionId));
    return '已发布，新的申请按这一版填报';
  },
});

export const discardVersionAction = action({
  ...shared,
  input: versionActSchema,
  run: discardVersion,
  done: () => redirect(paths.staffProgrammes()),
});

export const saveYearAction = action({
  ...shared,
  requireStepUp: true,
  input: saveYearSchema,
  run: saveYear,
  done: (_value, { programmeId }) => redirect(paths.staffProgramme(programmeId)),
});
