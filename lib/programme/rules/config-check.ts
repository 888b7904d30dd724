import { z } from 'zod';

import type { Condition, EligibilityConfig, FieldConfig, ProgrammeConfig } from './config';
import { programmeConfigSchema } from './config';
import { fieldsOf, SYSTEM_FIELDS } from './fields';
import { conditionFaults } from './config-conditions';
import { fieldFaults } from './config-fields';
import { formatYuan } from '@/lib/kernel/fen';
import type { Result } from '@/lib/kernel/result';
import { ok, refuse } from '@/lib/kernel/result';
import { parseShanghaiDay } from '@/lib/kernel/shanghai-day';

/**
 * Reads a programme's configuration as an administrator wrote it. Refuses with everything that is wrong at once, in
 * Chinese: first the shape, then what refers to nothing (conditions, entitlement, amounts).
 */
export function checkProgrammeConfig(json: unknown): Result<ProgrammeConfig, string[]> {
  const parsed = programmeConfigSchema.safeParse(json, { error: z.locales.zhCN().localeError });
  if (!parsed.success) return refuse(parsed.error.issues.map(({ path, message }) => `${path.join('.')}：${message}。`));
  const faults = referenceFaults(parsed.data);
  return faults.length === 0 ? ok(parsed.data) : refuse(faults);
}

function referenceFaults(config: ProgrammeConfig): string[] {
  const enterprise = fieldsOf(config.enterprise);
  const entry = fieldsOf(config.entry);
  return [
    ...uniqueness(config, [...enterprise, ...entry]),
    ...systemFieldFaults(entry),
    ...enterprise.flatMap((field) => fieldFaults(field, 'enterprise')),
    ...entry.flatMap((field) => fieldFaults(field, 'entry')),
    ...conditionFaultsOf(config, enterprise, entry),
    ...config.eligibility.flatMap((condition) => eligibilityFaults(condition, entry)),
    ...amountFaults(config, entry),
    ...(parseShanghaiDay(config.guide.updatedOn).ok ? [] : ['办事指南的更新日期不是日期。']),
  ];
}

function uniqueness(config: ProgrammeConfig, fields: readonly FieldConfig[]): string[] {
  return [
    ...doubled(
      '字段编号',
      fields.map(({ id }) => id),
    ),
    ...doubled(
      '栏目编号',
      [...config.enterprise, ...config.entry].map(({ id }) => id),
    ),
    ...doubled(
      '材料编号',
      config.requirements.map(({ id }) => id),
    ),
    ...doubled(
      '类别代码',
      config.categories.map(({ code }) => code),
    ),
    ...doubled(
      '条件编号',
      config.eligibility.map(({ id }) => id),
    ),
    ...doubled(
      '理由编号',
      config.reasons.map(({ id }) => id),
    ),
  ];
}

function doubled(what: string, ids: readonly string[]): string[] {
  const twice = new Set(ids.filter((id, index) => ids.indexOf(id) < index));
  return [...twice].map((id) => `${what} ${id} 重复。`);
}

function systemFieldFaults(entry: readonly FieldConfig[]): string[] {
  return Object.entries(SYSTEM_FIELDS)
    .filter(([id, type]) => !entry.some((field) => field.id === id && field.type === type && !field.appliesWhen))
    .map(([id, type]) => `人员信息中缺少字段 ${id}（类型 ${type}，不带条件）。`);
}

/** A field's condition may only read fields before it, so that there are no circles and nothing appears above. */
function conditionFaultsOf(config: ProgrammeConfig, enterprise: FieldConfig[], entry: FieldConfig[]): string[] {
  const check = (where: string, condition: Condition | undefined, readable: readonly FieldConfig[]) =>
    conditionFaults(where, condition, readable, config.categories);
  return [
    ...enterprise.flatMap((field, at) => check(`字段 ${field.id}`, field.appliesWhen, enterprise.slice(0, at))),
    ...entry.flatMap((field, at) =>
      check(`字段 ${field.id}`, field.appliesWhen, [...enterprise, ...entry.slice(0, at)]),
    ),
    ...config.requirements.flatMap(({ id, per, appliesWhen }) =>
      check(`材料 ${id}`, appliesWhen, per === 'entry' ? [...enterprise, ...entry] : enterprise),
    ),
    ...config.eligibility.flatMap((rule) =>
      rule.kind === 'requires'
        ? [rule.when, rule.must].flatMap((part) => check(`条件 ${rule.id}`, part, [...enterprise, ...entry]))
        : [],
    ),
  ];
}

function eligibilityFaults(condition: EligibilityConfig, entry: readonly FieldConfig[]): string[] {
  return fieldsNamed(condition).flatMap((id) => {
    const field = entry.find((candidate) => candidate.id === id);
    if (!field) return [`条件 ${condition.id} 所指的字段 ${id} 不存在。`];
    const mayBeMonth = condition.kind === 'months-since-at-least' && field.type === 'month';
    const isFitting = condition.kind === 'requires' || field.type === 'day' || mayBeMonth;
    return isFitting ? [] : [`条件 ${condition.id} 所指的字段 ${id} 不是日期。`];
  });
}

function fieldsNamed(condition: EligibilityConfig): string[] {
  if (condition.kind === 'period-at-least') return [condition.from, condition.to];
  return condition.kind === 'not-before' ? [condition.field, condition.other] : [condition.field];
}

function amountFaults(config: ProgrammeConfig, entry: readonly FieldConfig[]): string[] {
  const { amount } = config;
  if (amount.kind === 'per-month') {
    const isNumber = entry.some(({ id, type }) => id === amount.months && type === 'number');
    if (!isNumber) return [`按月补贴所指的字段 ${amount.months} 不存在或不是数字。`];
  }
  const most = amount.kind === 'per-month' ? amount.maxMonths : 1;
  return config.categories
    .filter(({ standardFen }) => standardFen * most > config.yearlyCapFen)
    .map(({ code, standardFen }) => `类别 ${code} 的标准 ${formatYuan(standardFen * most)} 元超过年度限额。`);
}
