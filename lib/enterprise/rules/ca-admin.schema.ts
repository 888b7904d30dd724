import { z } from 'zod';
import type { Explanations } from '@/lib/access/refusals';
import { fieldTableSchema } from './ca-fields';
import { CA_PROVIDERS } from './ca-provider';
import { caWindowSchema } from './ca-window';

const reason = z.string().trim().min(4, '请写明原因，至少 4 个字').max(200, '不超过 200 个字');

/** `seen` is the time of the table that was changed, so that two people do not overwrite one another unseen. */
export const saveCaFieldsSchema = z.strictObject({
  provider: z.enum(CA_PROVIDERS),
  table: fieldTableSchema,
  seen: z.string().max(40).nullable(),
  reason,
});
export type SaveCaFields = z.infer<typeof saveCaFieldsSchema>;

export const saveCaWindowSchema = z.strictObject({ window: caWindowSchema, reason });
export type SaveCaWindow = z.infer<typeof saveCaWindowSchema>;

export type CaAdminRefusal = { readonly code: 'table-changed' } | { readonly code: 'nothing-changed' };

export const explainCaAdmin: Explanations<CaAdminRefusal> = {
  'table-changed': () => ({
    title: '字段表刚被他人修改',
    why: '您打开本页之后，另一位管理员保存了修改。',
    next: [{ label: '记下您的修改，刷新后再保存' }],
  }),
  'nothing-changed': () => ({
    title: '没有修改',
    why: '填写的内容与现在生效的一样。',
    next: [{ label: '修改后再保存' }],
  }),
};

/** A button without fields; what the framework adds is dropped. */
export const refreshCrlsSchema = z.object({});
