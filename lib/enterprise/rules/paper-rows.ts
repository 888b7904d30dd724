import { formatDay } from '@/lib/kernel/shanghai-day';
import type { Row, SetRow } from '@/lib/paper/rules/table';
import { heightOf, labelCell, setRow, valueCell } from '@/lib/paper/rules/table';
import type { Measure } from '@/lib/paper/rules/text-fit';
import type { PaperContent, PaperContentOf } from './paper-models';

/** Height in mm of a row before the table is stretched. */
const HEIGHT = 7;

/** Widths in mm; each row adds up to the 162 mm of the column. */
const LABEL = 29;
const FULL = 133;
const PAIR = { value: 60, label: 23, second: 50 };
/** As many lines as an address of 120 characters takes. */
const LINES_MAX = 5;

type Field = { readonly key: string; readonly label: string; readonly value: string; readonly face?: 'bold' };
type Fields = readonly [Field] | readonly [Field, Field];

/** Type of the values in mm, tried from above: only a form full of long values is set smaller than a receipt. */
const TYPES = [4.5, 4.1, 3.7, 3.4, 3.1] as const;

/**
 * The rows of a paper's table, set in the largest type in which they fit into `room` mm. Two short values share a row,
 * and part when one of them grows.
 */
export function paperRows(content: PaperContent, room: number, measure: Measure): SetRow[] {
  const fields = fieldsOf(content);
  const setIn = (size: number) => fields.flatMap((row) => setFields(row, size, measure));
  return TYPES.map(setIn).find((rows) => heightOf(rows) <= room) ?? setIn(TYPES[4]);
}

function fieldsOf(content: PaperContent): readonly Fields[] {
  switch (content.kind) {
    case 'administrator-filing':
      return [[uscc(content)], ...administratorFields(content), [field('scope', '办理权限', SCOPE)]];
    case 'enterprise-registration':
      return registrationFields(content);
    case 'use-agreement':
      return [
        [field('enterprise.name', '乙方名称', content.enterprise.name, 'bold')],
        [uscc(content)],
        [
          field('administrator.name', '乙方管理员', content.administrator.name),
          field('administrator.mobile', '手机号码', content.administrator.mobile),
        ],
        [
          field('administrator.idNumber', '证件号码', content.administrator.maskedIdNumber),
          field('administrator.idType', '证件类型', content.administrator.idType),
        ],
      ];
    case 'authorisation-letter':
      return [
        [uscc(content)],
        [field('enterprise.legalRepresentative', '法定代表人', content.enterprise.legalRepresentative)],
        ...(content.formerAdministrator === null
          ? []
          : [[field('formerAdministrator', '原管理员', content.formerAdministrator)] as const]),
        ...administratorFields(content, '被授权人'),
        [field('scope', '授权事项', SCOPE)],
      ];
  }
}

const SCOPE = '管理本单位员工账号，维护本单位信息，办理注册、变更等事项。';

const field = (key: string, label: string, value: string, face?: 'bold'): Field => ({
  key,
  label,
  value,
  ...(face && { face }),
});

const uscc = (content: PaperContent): Field => field('enterprise.uscc', '统一社会信用代码', content.enterprise.uscc);

function administratorFields(
  { administrator }: PaperContentOf<'administrator-filing' | 'authorisation-letter'>,
  who = '管理员姓名',
): Fields[] {
  const { authorisedFrom, authorisedTo } = administrator;
  const period = `${formatDay(authorisedFrom)} 至 ${formatDay(authorisedTo)}`;
  return [
    [
      field('administrator.name', who, administrator.name, 'bold'),
      field('administrator.mobile', '手机号码', administrator.mobile),
    ],
    [
      field('administrator.idNumber', '证件号码', administrator.maskedIdNumber),
      field('administrator.idType', '证件类型', administrator.idType),
    ],
    [field('administrator.email', '电子邮箱', administrator.email)],
    [
      field('administrator.department', '部门', administrator.department),
      field('administrator.position', '职务', administrator.position),
    ],
    [field('administrator.authorised', '授权期限', period)],
  ];
}

function registrationFields({ enterprise, administrator }: PaperContentOf<'enterprise-registration'>): Fields[] {
  return [
    [uscc({ kind: 'enterprise-registration', enterprise, administrator })],
    [field('enterprise.type', '企业类型', enterprise.type)],
    [
      field('enterprise.registeredCapital', '注册资本', enterprise.registeredCapital),
      field('enterprise.establishedOn', '成立日期', formatDay(enterprise.establishedOn)),
    ],
    [field('enterprise.registeredAddress', '注册地址', enterprise.registeredAddress)],
    [field('enterprise.officeAddress', '办公地址', enterprise.officeAddress)],
    [
      field('enterprise.industry', '所属行业', enterprise.industry),
      field('enterprise.scale', '企业规模', enterprise.scale),
    ],
    [field('enterprise.legalRepresentative', '法定代表人', enterprise.legalRepresentative)],
    [field('enterprise.legalRepresentativeId', '法定代表人证件', enterprise.legalRepresentativeId)],
    [
      field('enterprise.telephone', '单位电话', enterprise.telephone),
      field('enterprise.postcode', '邮政编码', enterprise.postcode),
    ],
    [
      field('administrator.name', '管理员姓名', administrator.name),
      field('administrator.mobile', '手机号码', administrator.mobile),
    ],
  ];
}

function setFields(fields: Fields, size: number, measure: Measure): SetRow[] {
  const alone = (one: Field) => setRow(rowOf([[one, FULL]], size), measure);
  const [first, second] = fields;
  if (!second) return [alone(first)];
  const together = setRow(
    rowOf(
      [
        [first, PAIR.value],
        [second, PAIR.second],
      ],
      size,
    ),
    measure,
  );
  const isCrowded = together.cells.some(
    (cell) => cell.role === 'value' && (cell.size < cell.fit.sizeMin || cell.lines.length > 2),
  );
  return isCrowded ? [alone(first), alone(second)] : [together];
}

function rowOf(fields: readonly (readonly [Field, number])[], size: number): Row {
  const cells = fields.flatMap(([{ key, label, value, face }, width], index) => [
    labelCell(label, { width: index === 0 ? LABEL : PAIR.label }),
    valueCell(key, value, { width, size, sizeMin: size - 0.1, linesMax: LINES_MAX, ...(face && { face }) }),
  ]);
  return { cells, height: (HEIGHT * size) / TYPES[0] };
}
