import { formatNumber } from '@/lib/kernel/numbers';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import { usccCheckCharacter } from '@/lib/kernel/uscc';
import type { PaperKind } from '@/lib/enterprise/rules/paper-kinds';
import type { PaperContent, PaperContentOf, PaperModel } from '@/lib/enterprise/rules/paper-models';
import { USE_AGREEMENT } from '@/lib/enterprise/rules/use-agreement';

const USCC_BODY = '91320599MA2ABCDE0';

/** An invented enterprise and its invented administrator. */
export const PARTY = {
  name: '苏州示例智能科技有限公司',
  uscc: USCC_BODY + usccCheckCharacter(USCC_BODY),
  type: '有限责任公司（自然人投资或控股）',
  establishedOn: shanghaiDay('2019-03-08'),
  registeredCapital: '1,000 万元人民币',
  registeredAddress: '中国（江苏）自由贸易试验区苏州片区苏州工业园区示例路1号A座601室',
  officeAddress: '苏州工业园区示例路1号A座601室',
  industry: '信息传输、软件和信息技术服务业',
  scale: '小型',
  legalRepresentative: '周喆',
  legalRepresentativeId: '居民身份证 320***********1234',
  telephone: '0512-66680000',
  postcode: '215000',
};

export const ADMINISTRATOR = {
  name: '林晓雯',
  idType: '居民身份证',
  maskedIdNumber: '320***********5678',
  mobile: '13800000000',
  email: 'admin@example.com',
  department: '人力资源部',
  position: '人事经理',
  authorisedFrom: shanghaiDay('2026-11-28'),
  authorisedTo: shanghaiDay('2029-11-27'),
};

type People = { readonly enterprise?: typeof PARTY; readonly administrator?: typeof ADMINISTRATOR };

/** What one of the four papers says; the enterprise and the administrator can be others. */
export function paperContent<K extends PaperKind>(kind: K, people: People = {}): PaperContentOf<K> {
  const enterprise = people.enterprise ?? PARTY;
  const administrator = people.administrator ?? ADMINISTRATOR;
  const { name, uscc, legalRepresentative } = enterprise;
  const { idType, maskedIdNumber, mobile } = administrator;
  const contents: { readonly [C in PaperKind]: PaperContentOf<C> } = {
    'administrator-filing': { kind: 'administrator-filing', enterprise: { name, uscc }, administrator },
    'enterprise-registration': {
      kind: 'enterprise-registration',
      enterprise,
      administrator: { name: administrator.name, mobile },
    },
    'use-agreement': {
      kind: 'use-agreement',
      enterprise: { name, uscc },
      administrator: { name: administrator.name, idType, maskedIdNumber, mobile },
    },
    'authorisation-letter': {
      kind: 'authorisation-letter',
      enterprise: { name, uscc, legalRepresentative },
      administrator,
      formerAdministrator: '欧阳文博',
    },
  };
  return contents[kind];
}

export function paperModel(content: PaperContent, more: Partial<PaperModel> = {}): PaperModel {
  return {
    number: formatNumber('ZC', 2026, 18),
    version: 2,
    issuedOn: shanghaiDay('2026-11-28'),
    content,
    agreement: content.kind === 'use-agreement' ? USE_AGREEMENT : null,
    ...more,
  };
}

/** Every value as long as it may well become, with characters that few fonts have. */
const LONG = '苏州工业园区示例国际生物医药与人工智能交叉创新研究及成果转化产业服务发展集团（中国）股份有限责任公司';
export const LONG_PEOPLE: Required<People> = {
  enterprise: {
    ...PARTY,
    name: `${LONG}㛃䶮`,
    type: '股份有限公司（台港澳与境内合资、上市、自然人投资或控股，含外商投资企业分支机构）',
    registeredCapital: '123,456,789,012.34 万元新加坡元',
    registeredAddress: `${'中国（江苏）自由贸易试验区苏州片区苏州工业园区独墅湖高等教育区科教创新区示例国际创新中心'.repeat(2)}三号楼七层703室`,
    officeAddress: `${'苏州工业园区独墅湖高等教育区科教创新区示例国际创新中心'.repeat(4)}三号楼`,
    legalRepresentative: '阿卜杜热合曼·买买提明·艾合买提江·吐尔逊𬱟𬍛喆堃㛃䶮',
    legalRepresentativeId: '港澳台居民居住证 830***********1234',
    telephone: '0512-66680000-80123456',
  },
  administrator: {
    ...ADMINISTRATOR,
    name: 'Maximiliana Wilhelmina Constantinopolitana-Schmidt',
    idType: '外国人永久居留身份证',
    mobile: '+86 13800000000',
    email: 'maximiliana.wilhelmina.constantinopolitana-schmidt.administration@office.suzhou.example.com',
    department: '人力资源与行政管理中心人才发展及政府事务合作部（总部）一处',
    position: '人力资源与行政管理中心副总经理兼人才发展及政府事务部部长',
  },
};
