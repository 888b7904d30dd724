import type { Answers } from '@/lib/programme/rules/config';
import { inventedMobile, inventedResidentId } from './answers';

/** Everything that 成为新用户 asks for, as somebody types it; `seed` tells people apart. */
export function registrationAnswers(seed = 1): Answers {
  return {
    type: '有限责任公司（自然人投资或控股）',
    establishedOn: '2019-04-18',
    registeredCapital: '1000',
    currency: 'CNY',
    registeredAddress: `苏州工业园区示例路 ${seed} 号 3 幢 501 室`,
    officeAddress: `苏州工业园区示例路 ${seed} 号 3 幢 501 室`,
    industry: '制造业',
    scale: '小型',
    legalRepresentative: '郑知远',
    legalRepresentativeIdType: 'RESIDENT_ID',
    legalRepresentativeIdNumber: inventedResidentId(4000 + seed),
    telephone: '0512-66680000',
    postcode: '215000',
    administratorName: '周喆堃',
    administratorIdType: 'RESIDENT_ID',
    administratorIdNumber: inventedResidentId(5000 + seed),
    administratorMobile: inventedMobile(6000 + seed),
    administratorEmail: `office${seed}@example.com`,
    administratorDepartment: '综合管理部',
    administratorPosition: '行政主管',
    authorisedFrom: '2026-11-01',
    authorisedTo: '2029-10-31',
  };
}
