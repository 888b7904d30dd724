import { z } from 'zod';

const name = z.string().trim().min(1, '请填写名称').max(20, '最多 20 个字');
const stage = z.enum(['FIRST', 'FINAL']);

/** 保存视图: the present address of the queue under a name. */
export const saveViewSchema = z.strictObject({ stage, name, query: z.record(z.string(), z.string().max(60)) });
export const renameViewSchema = z.strictObject({ viewId: z.uuid(), name });
export const viewSchema = z.strictObject({ viewId: z.uuid() });
export const defaultViewSchema = z.strictObject({ viewId: z.uuid(), isDefault: z.boolean() });
