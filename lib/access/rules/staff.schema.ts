import { z } from 'zod';

/** An account of the office, and why something is done to it, as it stands in the log. */
export const changeStaffSchema = z.strictObject({
  staffId: z.uuid(),
  reason: z.string().trim().min(4, '请写明原因，至少 4 个字。').max(300, '原因不超过 300 个字。'),
});
export type ChangeStaffInput = z.infer<typeof changeStaffSchema>;
