import { z } from 'zod';

export const GRANT_DAYS_MAX = 60;

/** 同意延期: how many working days from today. */
export const grantExtensionSchema = z.strictObject({
  requestId: z.uuid(),
  workingDays: z.coerce
    .number('请填写工作日数。')
    .int('请填写整数。')
    .min(1, '至少 1 个工作日。')
    .max(GRANT_DAYS_MAX, `最多 ${GRANT_DAYS_MAX} 个工作日。`),
});

/** 不同意延期, with the reason that the enterprise reads. */
export const refuseExtensionSchema = z.strictObject({
  requestId: z.uuid(),
  reason: z.string().trim().min(4, '请写明理由，企业会看到。').max(500, '理由不超过 500 个字。'),
});
