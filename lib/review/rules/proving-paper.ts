import type { FieldConfig, RequirementConfig } from '@/lib/programme/rules/config';

const PERSON = /身份证|证件|护照/;
const ENTERPRISE = /营业执照|登记证/;
/** What a licence says of an enterprise, by the names of its own data. */
const ON_LICENCE = 'name uscc type establishedOn registeredCapital legalRepresentative registeredAddress'.split(' ');
/** What stands in many labels and joins nothing: 开始日期 is no date of every paper that has one. */
const COMMON = /营业|人才|日期|名称|信息|情况|说明|编号|号码|证书|材料|文件|企业|单位|个人/g;
const SHORT_FORMS: readonly (readonly [RegExp, string])[] = [
  [/社保/g, '社会保险'],
  [/年薪|岗位|入职|职务/g, '劳动合同'],
  [/学历|院校|专业|毕业|学位/g, '学位'],
  [/学号|就读/g, '学籍在读'],
  [/招聘费用|服务机构/g, '招聘服务'],
  [/报酬/g, '实习报酬'],
];

/**
 * The paper that shows a field, of those that were handed in: as the programme says, else the one whose name shares most
 * with the field's. Who somebody is stands in the ID document, what an enterprise is in its licence.
 */
export function provingPaper(
  field: FieldConfig,
  papers: readonly RequirementConfig[],
  isOfPerson: boolean,
): RequirementConfig | null {
  const asked = `${isOfPerson} ${papers.map(({ id }) => id).join(' ')}`;
  const answers = known.get(field) ?? new Map<string, RequirementConfig | null>();
  known.set(field, answers);
  const answer = answers.has(asked) ? answers.get(asked) : findPaper(field, papers, isOfPerson);
  answers.set(asked, answer ?? null);
  return answer ?? null;
}

/** Talents of a case ask the same of the same field again and again. */
const known = new WeakMap<FieldConfig, Map<string, RequirementConfig | null>>();

function findPaper(
  field: FieldConfig,
  papers: readonly RequirementConfig[],
  isOfPerson: boolean,
): RequirementConfig | null {
  const said = field.provenBy?.flatMap((id) => papers.find((paper) => paper.id === id) ?? [])[0];
  if (said || field.provenBy) return said ?? null;
  const byKind = isOfPerson ? isIdentity(field) && PERSON : ON_LICENCE.includes(field.fromProfile ?? '') && ENTERPRISE;
  const fitting = byKind && papers.find(({ label }) => byKind.test(label));
  if (fitting) return fitting;
  const ranked = papers
    .map((paper) => ({ paper, shared: longestShared(words(field.label), words(paper.label)) }))
    .sort((a, b) => b.shared - a.shared);
  const [best] = ranked;
  return best && best.shared >= 2 ? best.paper : null;
}

const isIdentity = ({ type, derived, id }: FieldConfig) =>
  type === 'personName' || type === 'idType' || type === 'idNumber' || derived !== undefined || id === 'nationality';

function words(label: string): string {
  const full = SHORT_FORMS.reduce((text, [form, meant]) => text.replace(form, meant), label);
  return full.replace(COMMON, ' ');
}

/** Length of the longest run of characters that both hold; a gap joins nothing. */
function longestShared(a: string, b: string): number {
  let longest = 0;
  for (let from = 0; from < a.length; from += 1) {
    for (let to = from + longest + 1; to <= a.length; to += 1) {
      const run = a.slice(from, to);
      if (run.includes(' ') || !b.includes(run)) break;
      longest = to - from;
    }
  }
  return longest;
}
