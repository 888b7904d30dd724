import { inventedUscc } from '@/__tests__/builders/invented-uscc';

/** A legal entity of the demo. Light on purpose: the maker of the demo's keys reads this list too. */
export type DemoEntity = {
  readonly uscc: string;
  readonly name: string;
  readonly type: string;
  readonly legalRepresentative: string;
  readonly registeredAddress: string;
  readonly establishedOn: string;
  readonly status: '存续' | '注销';
};

const LIMITED = '有限责任公司（自然人投资或控股）';
const SOLE = '有限责任公司（自然人独资）';
const SHARES = '股份有限公司（非上市）';
const PARTNERS = '有限合伙企业';

type Row = readonly [serial: number, name: string, type: string, person: string, address: string, since: string];

const REGISTERED: readonly Row[] = [
  [1, '苏州示例智能科技有限公司', LIMITED, '沈知行', '苏州工业园区示例路 88 号 3 幢 501 室', '2018-06-12'],
  [2, '苏州样例生物医药股份有限公司', SHARES, '沈知行', '苏州工业园区示例路 88 号 3 幢 501 室', '2018-06-12'],
  [
    3,
    '苏州工业园区示范精密光学仪器与先进封装测试装备研究院（有限合伙）苏州分所',
    PARTNERS,
    '沈知行',
    '苏州工业园区示例路 88 号 3 幢 501 室',
    '2018-06-12',
  ],
];

/** Not on the portal yet: these are the firms whose demo keys can register. */
const UNREGISTERED: readonly Row[] = [
  [101, '苏州晨星纳米材料有限公司', LIMITED, '陆子衿', '苏州工业园区示例路 12 号 2 幢 301 室', '2019-03-18'],
  [102, '苏州云桥工业软件有限公司', LIMITED, '顾南乔', '苏州工业园区样例街 6 号 A 座 1802 室', '2020-09-01'],
  [103, '苏州澄湖基因检测有限公司', SOLE, '秦川', '苏州工业园区示范大道 218 号 5 层', '2017-11-23'],
  [104, '苏州青禾机器人股份有限公司', SHARES, '方一舟', '苏州工业园区样例街 99 号 7 幢', '2015-05-20'],
  [
    105,
    '苏州远岫（中国）集成电路设计有限公司',
    LIMITED,
    '严如松',
    '苏州工业园区示例路 300 号 4 幢 202 室',
    '2021-01-15',
  ],
  [106, '苏州白鹭供应链管理有限责任公司', LIMITED, '许望舒', '苏州工业园区示例港 1 号', '2016-08-08'],
  [
    107,
    '苏州云帆创业投资合伙企业（有限合伙）',
    PARTNERS,
    '何静姝',
    '苏州工业园区示范大道 9 号基金楼 6 层',
    '2022-04-02',
  ],
  [108, '苏州拙石建筑设计有限公司', SOLE, '拙石', '苏州工业园区样例街 21 号', '2014-12-30'],
  [109, '苏州恒达精密模具有限公司', LIMITED, '阿依古丽·买买提', '苏州工业园区示例路 56 号 1 幢', '2012-02-29'],
  [110, '苏州格物光电科技有限公司', LIMITED, '欧阳明哲', '苏州工业园区样例街 88 号 12 层', '2023-07-07'],
];

/** Registered on the portal in the weeks before the demo begins, as everybody registers: see `registrations.ts`. */
const NEWLY_REGISTERED: readonly Row[] = [
  [201, '苏州听雨信息技术有限公司', LIMITED, '闻人语', '苏州工业园区样例街 5 号 3 层', '2020-03-12'],
  [202, '苏州湖畔精密传动有限公司', LIMITED, '江映月', '苏州工业园区示例路 77 号 2 幢', '2013-09-09'],
  [
    203,
    '苏州工业园区星澜新材料与先进制造产业创业投资合伙企业（有限合伙）',
    PARTNERS,
    '司徒星澜',
    '苏州工业园区示范大道 19 号基金楼 11 层 1105 室',
    '2022-10-28',
  ],
  [204, '苏州半夏医疗器械有限公司', SOLE, '苏半夏', '苏州工业园区示例港 8 号 4 幢', '2018-02-06'],
];

/** In the register, but no longer alive: its key meets 无法匹配法人库. */
const STRUCK_OFF: readonly Row[] = [
  [120, '苏州旧巷文化传播有限公司', SOLE, '周远', '苏州工业园区示例路 7 号', '2010-10-10'],
];

export const DEMO_ENTITIES: readonly DemoEntity[] = [
  ...[...REGISTERED, ...UNREGISTERED, ...NEWLY_REGISTERED].map((row) => entity(row, '存续')),
  ...STRUCK_OFF.map((row) => entity(row, '注销')),
];

function entity(row: Row, status: DemoEntity['status']): DemoEntity {
  const [serial, name, type, legalRepresentative, registeredAddress, establishedOn] = row;
  return {
    uscc: inventedUscc(serial),
    name,
    type,
    legalRepresentative,
    registeredAddress,
    establishedOn,
    status,
  };
}
