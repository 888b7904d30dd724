import type {
  CategoryConfig,
  EligibilityConfig,
  FieldConfig,
  ProgrammeConfig,
  RequirementConfig,
  SectionConfig,
} from './config';
import { categoryOf, standardWord, wholeYuan } from './amounts';

/** One difference between two versions, in words: what is concerned, and how it stood and stands. */
export type ConfigChange = {
  readonly area: '金额' | '填写项' | '材料' | '条件' | '期限' | '文字';
  readonly what: string;
  readonly before: string;
  readonly after: string;
  /** Concerns what an enterprise has to fill in, hand in or may expect. */
  readonly mattersToClerk: boolean;
};

/** What differs between two versions of a programme's configuration, in the order in which a reader asks. */
export function configChanges(before: ProgrammeConfig, after: ProgrammeConfig): ConfigChange[] {
  return [
    ...amounts(before, after),
    ...listed('填写项', fieldsIn(before), fieldsIn(after), fieldWords),
    ...listed('材料', byId(before.requirements), byId(after.requirements), requirementWords),
    ...listed('条件', byId(before.eligibility), byId(after.eligibility), eligibilityWords),
    ...periods(before, after),
    ...texts(before, after),
  ];
}

const NONE = '（无）';

type Named = { readonly name: string; readonly thing: object };

function amounts(before: ProgrammeConfig, after: ProgrammeConfig): ConfigChange[] {
  const codes = [...before.categories, ...after.categories].map(({ code }) => code);
  const changed = [...new Set(codes)].flatMap((code) => {
    const [was, is] = [categoryOf(before, code), categoryOf(after, code)];
    const [old, now] = [categoryWords(before, was), categoryWords(after, is)];
    if (old === now && was?.label === is?.label) return [];
    return [change('金额', `${code} ${(is ?? was)?.label ?? ''}`, old, now)];
  });
  return [
    ...changed,
    ...plain('金额', '年度限额', wholeYuan(before.yearlyCapFen), wholeYuan(after.yearlyCapFen), '元'),
  ];
}

function categoryWords(config: ProgrammeConfig, category: CategoryConfig | undefined): string {
  return category ? `${standardWord(config, category)}；${category.note}` : NONE;
}

/** Things with an id: added, gone, or worded otherwise. */
function listed(
  area: ConfigChange['area'],
  before: ReadonlyMap<string, Named>,
  after: ReadonlyMap<string, Named>,
  words: (thing: never) => string,
): ConfigChange[] {
  return [...new Set([...before.keys(), ...after.keys()])].flatMap((id) => {
    const [was, is] = [before.get(id), after.get(id)];
    if (was && is && JSON.stringify(was.thing) === JSON.stringify(is.thing)) return [];
    const say = (named: Named | undefined) => (named ? words(named.thing as never) : NONE);
    return [change(area, is?.name ?? was?.name ?? id, say(was), say(is))];
  });
}

function byId(all: readonly { readonly id: string }[]): Map<string, Named> {
  return new Map(
    all.map((thing) => [
      thing.id,
      { name: 'label' in thing ? String(thing.label) : 'says' in thing ? String(thing.says) : thing.id, thing },
    ]),
  );
}

function fieldsIn(config: ProgrammeConfig): Map<string, Named> {
  const of = (sections: readonly SectionConfig[]) =>
    sections.flatMap(({ title, fields }) =>
      fields.map((thing) => [thing.id, { name: `${title}：${thing.label}`, thing }] as const),
    );
  return new Map([...of(config.enterprise), ...of(config.entry)]);
}

function fieldWords(field: FieldConfig): string {
  const options = field.options?.map(({ label }) => label).join('、');
  const facts = [
    field.optional ? '选填' : '必填',
    field.appliesWhen && '有条件',
    field.maxLength && `不超过 ${field.maxLength} 字`,
    field.minimum !== undefined && `不小于 ${field.minimum}`,
    field.maximum !== undefined && `不大于 ${field.maximum}`,
    options,
    field.hint,
  ];
  return [field.label, ...facts.filter(Boolean)].join('，');
}

function requirementWords(paper: RequirementConfig): string {
  const facts = [
    paper.per === 'entry' ? '每人' : '每份申请',
    paper.optional ? '选交' : '必交',
    paper.appliesWhen && (paper.neededWhen ?? '有条件'),
    `最多 ${paper.maxFiles} 个文件`,
    paper.hint,
  ];
  return [paper.label, ...facts.filter(Boolean)].join('，');
}

function eligibilityWords(rule: EligibilityConfig): string {
  return [rule.says, 'months' in rule && `${rule.months} 个月`, rule.clause].filter(Boolean).join('，');
}

function periods(before: ProgrammeConfig, after: ProgrammeConfig): ConfigChange[] {
  const rows: [string, (config: ProgrammeConfig) => number, string, boolean][] = [
    ['公示期', ({ notice }) => notice.workingDays, '个工作日', true],
    ['退回后补正', ({ returnWorkingDays }) => returnWorkingDays, '个工作日', true],
    ['初审', ({ reviewWorkingDays }) => reviewWorkingDays.first, '个工作日', true],
    ['复审', ({ reviewWorkingDays }) => reviewWorkingDays.final, '个工作日', true],
    ['在职证明有效', ({ proofMaxAgeDays }) => proofMaxAgeDays, '天', true],
    ['拨付逾期', ({ lapseDays }) => lapseDays, '天', true],
    ['一份申请最多', ({ maxEntries }) => maxEntries, '人', true],
    ['账户变更后暂缓付款', ({ accountQuietHours }) => accountQuietHours, '小时', false],
  ];
  return rows.flatMap(([what, of, unit, matters]) =>
    plain('期限', what, String(of(before)), String(of(after)), unit, matters),
  );
}

function texts(before: ProgrammeConfig, after: ProgrammeConfig): ConfigChange[] {
  const rows: [string, (config: ProgrammeConfig) => unknown, boolean][] = [
    ['名称', ({ name }) => name, true],
    ['实施主体', ({ payer }) => payer, true],
    ['申请说明', ({ instructions }) => instructions, true],
    ['办事指南', ({ guide }) => guide, false],
    ['公示', ({ notice: { workingDays: _days, ...notice } }) => notice, false],
    ['救济途径', ({ remedy }) => remedy, false],
    ['退回和不予支持的理由', ({ reasons }) => reasons, false],
    ['收款事由', ({ receiptPurpose }) => receiptPurpose, false],
    ['用词和简介', ({ entryWord, categoryWord, summary }) => [entryWord, categoryWord, summary], false],
  ];
  return rows.flatMap(([what, of, matters]) => {
    const [was, is] = [of(before), of(after)];
    if (JSON.stringify(was) === JSON.stringify(is)) return [];
    const say = (value: unknown) => (typeof value === 'string' ? value : '原文');
    return [change('文字', what, say(was), typeof is === 'string' ? is : '有修改', matters)];
  });
}

function plain(
  area: ConfigChange['area'],
  what: string,
  before: string,
  after: string,
  unit: string,
  matters = true,
): ConfigChange[] {
  return before === after ? [] : [change(area, what, `${before} ${unit}`, `${after} ${unit}`, matters)];
}

function change(
  area: ConfigChange['area'],
  what: string,
  before: string,
  after: string,
  mattersToClerk = true,
): ConfigChange {
  return { area, what, before, after, mattersToClerk };
}
