import { z } from 'zod';

/** The members of the queue's address: what is no filter narrows nothing. */
const search = z.record(z.string().max(20), z.string().max(200));
const year = z.number().int().min(2000).max(2200);

export const exportCasesSchema = z.strictObject({ stage: z.enum(['FIRST', 'FINAL']), search });
export const exportTalentsSchema = z.strictObject({ programme: z.string().max(60), year, isWhole: z.boolean() });
export const exportMoneySchema = z.strictObject({ programme: z.string().max(60).optional(), year: year.optional() });

export type ExportCases = z.infer<typeof exportCasesSchema>;
export type ExportTalents = z.infer<typeof exportTalentsSchema>;
export type ExportMoney = z.infer<typeof exportMoneySchema>;
