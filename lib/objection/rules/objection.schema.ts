import { z } from 'zod';
import { pictureCodeField } from '@/lib/access/rules/picture-code.schema';
import { parseEmail } from '@/lib/kernel/email';
import { parsePersonalName } from '@/lib/kernel/personal-name';
import { parseTelephone } from '@/lib/kernel/phone';
import type { Result } from '@/lib/kernel/result';
import { NOTICE_NUMBER } from '@/lib/notice/rules/titles';
import { VIAS } from './labels';

export const FACTS_MIN = 20;
export const FACTS_MAX = 2000;
export const MOST_PAPERS = 5;

const read = <F>(parse: (text: string) => Result<string, F>, says: string) =>
  z.string().transform((text, ctx) => {
    const parsed = parse(text);
    if (parsed.ok) return parsed.value;
    ctx.addIssue({ code: 'custom', message: says });
    return z.NEVER;
  });

export const factsField = z
  .string()
  .trim()
  .min(FACTS_MIN, `请写明事实和理由，至少 ${FACTS_MIN} 个字。`)
  .max(FACTS_MAX, `不超过 ${FACTS_MAX} 个字，更多内容请作为材料上传。`);

/** Papers that were uploaded before, by their ids. */
export const paperIds = z.array(z.uuid()).max(MOST_PAPERS, `最多 ${MOST_PAPERS} 份材料。`).default([]);

const person = {
  name: read(parsePersonalName, '请填写真实姓名。'),
  telephone: read(parseTelephone, '请填写手机号，或带区号的电话。'),
  email: z
    .string()
    .trim()
    .default('')
    .transform((text, ctx) => {
      if (text === '') return null;
      const parsed = parseEmail(text);
      if (parsed.ok) return parsed.value;
      ctx.addIssue({ code: 'custom', message: '邮箱格式不对，可以不填。' });
      return z.NEVER;
    }),
};

/** `0` stands for the whole list; nothing chosen stands for nothing. */
const place = z.coerce
  .string()
  .trim()
  .regex(/^\d{1,5}$/, '请选择对哪一项有异议。')
  .transform(Number);

const common = {
  number: z.string().regex(NOTICE_NUMBER),
  place,
  facts: factsField,
  fileIds: paperIds,
  ticket: z.uuid(),
  pictureCodeId: z.uuid('请换一张图片。'),
  pictureCode: pictureCodeField,
};

/** 提出异议 in public: by name, or as a hint without one. */
export const fileObjectionSchema = z.discriminatedUnion('manner', [
  z.object({ manner: z.literal('named'), ...common, ...person }),
  z.object({ manner: z.literal('anonymous'), ...common }),
]);
export type FileObjectionInput = z.infer<typeof fileObjectionSchema>;

/** 登记异议 by the office: what came by letter, telephone or a visit, in time or late. */
export const recordObjectionSchema = z.object({
  number: z.string().trim().regex(NOTICE_NUMBER, '请填写 GS 开头的公示编号。'),
  via: z.enum(VIAS).exclude(['ONLINE'], '请选择收到的方式。'),
  place,
  facts: factsField,
  ...person,
});
export type RecordObjectionInput = z.infer<typeof recordObjectionSchema>;
