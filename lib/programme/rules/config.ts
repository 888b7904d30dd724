import { z } from 'zod';

/**
 * A programme as data: the forms, checks, amounts, papers and texts are built from one version of this.
 * Nothing in the code knows a programme by name. Amounts are whole fen, periods whole months or working days.
 */

const id = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/);

/** A condition over the answers of the same form; `entry.` fields see their own entry first, then the application. */
export type Condition =
  | { readonly field: string; readonly is: readonly string[] }
  | { readonly field: string; readonly answered: boolean }
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] };

export const conditionSchema: z.ZodType<Condition> = z.lazy(() =>
  z.union([
    z.strictObject({ field: id, is: z.array(z.string()).min(1) }),
    z.strictObject({ field: id, answered: z.boolean() }),
    z.strictObject({ all: z.array(conditionSchema).min(1) }),
    z.strictObject({ any: z.array(conditionSchema).min(1) }),
  ]),
);

export const FIELD_TYPES = [
  'text',
  'longText',
  'choice',
  'day',
  'month',
  'money',
  'number',
  'mobile',
  'telephone',
  'email',
  'postcode',
  'personName',
  'idType',
  'idNumber',
  'category',
  'yesNo',
  'uscc',
] as const;
export type FieldType = (typeof FIELD_TYPES)[number];

const optionSchema = z.strictObject({ value: z.string().min(1).max(40), label: z.string().min(1).max(60) });

export const fieldSchema = z.strictObject({
  id,
  label: z.string().min(1).max(40),
  type: z.enum(FIELD_TYPES),
  hint: z.string().max(120).optional(),
  optional: z.boolean().optional(),
  /** The value lives in the sealed table; pages get the masked form. */
  sealed: z.boolean().optional(),
  options: z.array(optionSchema).optional(),
  maxLength: z.number().int().positive().max(2000).optional(),
  minLength: z.number().int().positive().optional(),
  unit: z.string().max(10).optional(),
  /** Bounds of a number, or of an amount in yuan; both included. */
  minimum: z.number().nonnegative().optional(),
  maximum: z.number().positive().optional(),
  /** A day or month that lies in the past by its nature: graduation, on board. */
  notFuture: z.boolean().optional(),
  appliesWhen: conditionSchema.optional(),
  /** Filled from the enterprise's own data and shown as text with its source. */
  fromProfile: z.string().optional(),
  /** Shares a row with the field before it. */
  beside: z.boolean().optional(),
  /** Derived from a resident ID number where one is given; typed otherwise. */
  derived: z.enum(['gender', 'birthDate']).optional(),
  /** Ids of the papers that show it: the first that was handed in counts, others are passed over; empty: none does. */
  provenBy: z.array(id).max(5).optional(),
});
export type FieldConfig = z.infer<typeof fieldSchema>;

export const sectionSchema = z.strictObject({
  id,
  title: z.string().min(1).max(40),
  hint: z.string().max(200).optional(),
  fields: z.array(fieldSchema).min(1),
});
export type SectionConfig = z.infer<typeof sectionSchema>;

export const categorySchema = z.strictObject({
  code: z.string().regex(/^[A-Z]$/),
  label: z.string().min(1).max(30),
  note: z.string().max(80),
  standardFen: z.number().int().positive().safe(),
});

const months = z.number().int().positive().max(600);
const condition = { id, says: z.string().min(1), clause: z.string().min(1).optional() };

/** Conditions of entitlement, each checked per entry; `says` is the condition in words, `clause` where it stands. */
export const eligibilitySchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('period-at-least'), ...condition, from: id, to: id, months }),
  z.strictObject({ kind: z.literal('within-months-before-applying'), ...condition, field: id, months }),
  z.strictObject({ kind: z.literal('months-since-at-least'), ...condition, field: id, months }),
  z.strictObject({ kind: z.literal('not-before'), ...condition, field: id, other: id }),
  /** Where `when` holds, `must` has to hold too; `field` is what a complaint is pinned to. */
  z.strictObject({
    kind: z.literal('requires'),
    ...condition,
    field: id,
    when: conditionSchema,
    must: conditionSchema,
  }),
]);
export type EligibilityConfig = z.infer<typeof eligibilitySchema>;

export const requirementSchema = z.strictObject({
  id,
  label: z.string().min(1).max(40),
  per: z.enum(['application', 'entry']),
  hint: z.string().max(160).optional(),
  appliesWhen: conditionSchema.optional(),
  optional: z.boolean().optional(),
  maxFiles: z.number().int().min(1).max(20).default(5),
  accept: z.array(z.enum(['image/jpeg', 'image/png', 'application/pdf'])).min(1),
  /** For so many days after its upload it may be taken over into a later application; left out: always, 0: never. */
  reusableDays: z.number().int().nonnegative().max(3660).optional(),
  /** The name of a blank form that the clerk downloads. */
  template: z.string().optional(),
  /** For the guide: in which form, from whom, and in short when it is needed (`B、C 类`). */
  form: z.string().max(30).optional(),
  source: z.string().max(30).optional(),
  neededWhen: z.string().max(30).optional(),
});
export type RequirementConfig = z.infer<typeof requirementSchema>;

const amountSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('fixed-by-category') }),
  /** The standard of the category is for a month; `months` is the field that counts them. */
  z.strictObject({ kind: z.literal('per-month'), months: id, maxMonths: z.number().int().positive().max(600) }),
]);

const guideItem = z.strictObject({ title: z.string(), paragraphs: z.array(z.string()).min(1) });

/** A word and what it says: 收费 不收费. */
const fact = z.strictObject({ term: z.string().min(1), text: z.string().min(1) });

const guideSchema = z.strictObject({
  /** 基本信息: item code and kind, whom it serves, fee …; window and payer are added by the page. */
  facts: z.array(fact).min(1),
  basis: z.array(z.string()),
  who: guideItem,
  standard: guideItem,
  conditions: guideItem,
  refusedWhen: guideItem,
  steps: z
    .array(
      z.strictObject({
        title: z.string(),
        text: z.string(),
        days: z.string(),
        by: z.enum(['enterprise', 'staff']).optional(),
      }),
    )
    .min(2),
  /** 公示与异议, 结果与拨付, 咨询与监督. */
  notice: z.array(fact).min(1),
  result: z.array(fact).min(1),
  contact: z.array(fact).min(1),
  questions: z.array(z.strictObject({ question: z.string(), answer: z.string() })),
  updatedOn: z.string(),
});

export const programmeConfigSchema = z.strictObject({
  schema: z.literal(1),
  code: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  name: z.string().min(2).max(60),
  /** One sentence on the home page. */
  summary: z.string().max(120),
  /** The word for one entry: 引进人才, 实习生 … */
  entryWord: z.string().min(1).max(10),
  /** 实施主体: the payer on the receipt. */
  payer: z.string().min(2).max(60),
  receiptPurpose: z.string().min(2).max(60),
  categoryWord: z.string().min(1).max(10),
  categories: z.array(categorySchema).min(1).max(26),
  amount: amountSchema,
  yearlyCapFen: z.number().int().positive().safe(),
  maxEntries: z.number().int().positive().max(500),
  notice: z.strictObject({
    workingDays: z.number().int().positive(),
    /** Working days within which an objection is accepted or not, and then decided; 5 and 10 where nothing is said. */
    acceptWorkingDays: z.number().int().positive().optional(),
    decideWorkingDays: z.number().int().positive().optional(),
    masked: z.boolean(),
    office: z.string(),
    telephone: z.string(),
    address: z.string(),
    post: z.string(),
  }),
  returnWorkingDays: z.number().int().positive(),
  reviewWorkingDays: z.strictObject({ first: z.number().int().positive(), final: z.number().int().positive() }),
  proofMaxAgeDays: z.number().int().positive(),
  lapseDays: z.number().int().positive(),
  accountQuietHours: z.number().int().nonnegative(),
  instructions: z.strictObject({ version: z.string(), paragraphs: z.array(z.string()).min(1) }),
  /** 救济途径, as it stands on a refusal. */
  remedy: z.string().min(2),
  /** Grounds for a return or a refusal that reviewers choose from, each with its clause. */
  reasons: z.array(
    z.strictObject({
      id,
      for: z.enum(['return', 'refuse']),
      text: z.string().min(2),
      clause: z.string().min(1).optional(),
    }),
  ),
  guide: guideSchema,
  enterprise: z.array(sectionSchema).min(1),
  entry: z.array(sectionSchema).min(1),
  eligibility: z.array(eligibilitySchema),
  requirements: z.array(requirementSchema),
});

export type ProgrammeConfig = z.infer<typeof programmeConfigSchema>;
export type CategoryConfig = z.infer<typeof categorySchema>;

/** Answers of one form: field id → text as typed and normalised; an absent or empty value is not answered. */
export type Answers = Readonly<Record<string, string>>;

/** Server code finds it here; what runs in a browser takes it from ./fields. */
