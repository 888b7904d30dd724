import type { Answers } from '@/lib/programme/rules/config';
import { addDays, addMonths, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { inventedMobile, inventedResidentId } from './answers';

/** What the second programme asks of the enterprise beside what it registered with. */
export const INTERNSHIP_ANSWERS: Answers = {
  isBase: 'yes',
  baseNumber: 'SXJD-0018',
  internsThisYear: '12',
  mentors: '5',
  internshipPlan: '安排在算法和测试岗位，一名指导人员带教两名学生，工作日 9:00 至 17:30。',
};

export type InternPlan = {
  readonly category: 'A' | 'B' | 'C' | 'D';
  readonly name: string;
  readonly seed: number;
  readonly months?: number;
};

/** Everything that the second programme asks about one intern, entitled on that day. */
export function anIntern({ category, name, seed, months = 4 }: InternPlan, appliedOn: ShanghaiDay): Answers {
  const internFrom = addMonths(appliedOn, -months - 1);
  return {
    name,
    idType: 'RESIDENT_ID',
    idNumber: inventedResidentId(seed),
    studentMobile: inventedMobile(seed),
    university: '示例理工大学',
    studentNumber: `2023${String(seed).padStart(6, '0')}`,
    specialty: '软件工程',
    graduatesOn: addMonths(appliedOn, 8),
    category,
    post: '测试实习生',
    mentor: '顾清和',
    internFrom,
    internTo: addDays(addMonths(internFrom, months), -1),
    internMonths: String(months),
    monthlyPay: '4,500.00',
    lodging: 'own',
  };
}
