import { z } from 'zod';

const optional = (most: number) =>
  z
    .string()
    .trim()
    .max(most, `最多 ${most} 个字`)
    .transform((text) => text || null);

const members = {
  /** Empty: of all programmes. */
  programmeId: z.union([z.literal('').transform(() => null), z.uuid()]),
  purpose: z.enum(['RETURN', 'REFUSE'], '请选择用途'),
  text: z.string().trim().min(4, '请写明，至少 4 个字').max(300, '最多 300 个字'),
  clause: optional(60),
};

export const addReasonSchema = z.strictObject(members);
export const changeReasonSchema = z.strictObject({ ...members, reasonId: z.uuid(), version: z.coerce.number().int() });
export const reasonSchema = z.strictObject({ reasonId: z.uuid() });

export type ReasonInput = z.infer<typeof addReasonSchema>;
