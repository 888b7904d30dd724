import { z } from 'zod';
import { reasonSchema } from './register.schema';

export const takeBanksSchema = z.strictObject({ id: z.uuid(), reason: reasonSchema });

/** What stands beside the file of an upload: whether it is the whole table, or adds to what stands there. */
export const bankUploadSchema = z.strictObject({
  scope: z.enum(['whole', 'part'], { error: '请选择整表还是补充。' }),
  name: z.string().max(300),
});
export type BankUpload = z.infer<typeof bankUploadSchema>;

/** 开户行 as typed so far; 联行号 where that is asked about. */
export const findBanksSchema = z.strictObject({ words: z.string().max(100), cnapsCode: z.string().max(40) });
