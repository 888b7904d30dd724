import { z } from 'zod';

const text = z.string().min(1);

/** What stands on 个人信息处理及公示授权书: one page for each person, filled in, to be signed by hand. */
export const consentsSchema = z.object({
  title: text,
  enterprise: z.object({ name: text, uscc: text }),
  programme: z.object({ name: text, year: z.number().int() }),
  payer: text,
  /** ISO 8601, UTC: when it was made. */
  madeAt: text,
  people: z
    .array(z.object({ name: z.string(), idType: text, idNumber: z.string() }))
    .min(1)
    .max(500),
});
export type Consents = z.infer<typeof consentsSchema>;

const BLANK = '________________________';

/** Who consents, in one sentence; what the draft does not know yet is a line for the hand. */
export function consentOpening({ enterprise, programme }: Consents, person: Consents['people'][number]): string {
  const { name, idType, idNumber } = person;
  return (
    `本人 ${name || BLANK}，${idType}号码 ${idNumber || BLANK}，现在 ${enterprise.name}` +
    `（统一社会信用代码 ${enterprise.uscc}）工作，知悉该单位以本人申请 ${programme.year} 年度${programme.name}。`
  );
}

/** To what; the same for everybody. */
export function consentPoints({ enterprise, payer }: Pick<Consents, 'enterprise' | 'payer'>): readonly string[] {
  return [
    `同意 ${enterprise.name} 和${payer}为审核、公示、拨付和审计的目的，处理本人的姓名、证件号码、手机号码、学历学位、劳动合同、社会保险和薪酬信息。`,
    '同意就上述信息向有关部门核实。',
    '知悉并同意公示单位名称、人才类别、金额和隐去名字的姓名。',
    '知悉可以查询、更正本人信息，并可以撤回本授权；撤回不影响此前已进行的处理。',
  ];
}

export const CONSENT_SIGNATURE = ['本人（签字）', '联系电话', '日期　　　　年　　月　　日'] as const;
