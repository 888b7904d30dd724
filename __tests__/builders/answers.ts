import { derivedAnswers } from '@/lib/forms/rules/derive';
import type { SealedAnswers } from '@/lib/forms/rules/sealed-answers';
import type { Answers } from '@/lib/programme/rules/config';
import { fieldsOf } from '@/lib/programme/rules/fields';
import { talentRecruitment } from '@/lib/programme/samples/talent-recruitment';
import { maskIdNumber, maskMobile } from '@/lib/kernel/mask';
import { residentIdCheckCharacter } from '@/lib/kernel/resident-id';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { addDays, addMonths, monthOf, shanghaiDay } from '@/lib/kernel/shanghai-day';
import { usccCheckCharacter } from '@/lib/kernel/uscc';

// Valid, complete and invented: region 320599 was never issued, and mobiles of 138 0000 xxxx reach nobody.

/** The day on which the built answers are handed in, unless a test says otherwise. */
export const APPLIED_ON = shanghaiDay('2026-11-23');

export function inventedUscc(seed: number): string {
  const first17 = `91320599MA2${String(seed % 1_000_000).padStart(6, '0')}`;
  return first17 + usccCheckCharacter(first17);
}

/** Somebody born between 1975 and 1999; different for every seed below 9,000. */
export function inventedResidentId(seed: number): string {
  const birth = addDays(shanghaiDay('1975-01-01'), (seed * 37) % 9000);
  const first17 = `320599${birth.replaceAll('-', '')}${String((seed * 7 + 11) % 1000).padStart(3, '0')}`;
  return first17 + residentIdCheckCharacter(first17);
}

export function inventedMobile(seed: number): string {
  return `1380000${String(seed % 10_000).padStart(4, '0')}`;
}

/** What an enterprise registered with; the keys that the forms' `fromProfile` name. */
export function inventedProfile(seed = 1, name = '苏州示例智能科技有限公司') {
  return {
    name,
    uscc: inventedUscc(seed),
    type: '有限责任公司',
    registeredAddress: `苏州工业园区示例路 ${seed} 号`,
    officeAddress: `苏州工业园区样例大道 ${seed + 8} 号 3 幢`,
    establishedOn: '2016-05-18',
    registeredCapital: '1,000 万元人民币',
    industry: '软件和信息技术服务业',
    legalRepresentative: '郑知远',
    scale: '小型',
    telephone: '0512-66680000',
    postcode: '215000',
  } as const;
}

/** Answers to the whole enterprise form of the sample programme. */
export function completeEnterpriseAnswers(profile: ReturnType<typeof inventedProfile> = inventedProfile()): Answers {
  const taken = fieldsOf(talentRecruitment.enterprise).flatMap((field) => {
    const known = field.fromProfile && (profile as Record<string, string>)[field.fromProfile];
    return known ? [[field.id, known]] : [];
  });
  return {
    ...(Object.fromEntries(taken) as Answers),
    mainBusiness: '工业视觉检测软件的研发与销售，为电子制造企业提供在线检测设备。',
    employees: '128',
    insuredEmployees: '126',
    lastYearRevenue: '86,500,000.00',
    lastYearResearch: '12,300,000.00',
    isHighTech: 'yes',
    highTechCertificate: 'GR202632009999',
    recruitmentPlan: '本年度计划引进算法、光学和软件人才 20 名。',
  };
}

export type TalentOptions = {
  readonly category: 'A' | 'B' | 'C' | 'D';
  readonly name: string;
  readonly seed: number;
  readonly appliedOn?: ShanghaiDay;
  /** C by title instead of by degree. */
  readonly byTitle?: boolean;
  readonly overseas?: boolean;
  readonly byAgency?: boolean;
  /** Somebody with a passport instead of a resident ID. */
  readonly nationality?: string;
};

export type BuiltTalent = {
  readonly name: string;
  readonly idType: string;
  readonly category: string;
  /** Without what stands in columns (name, ID type, category) and without sealed values. */
  readonly answers: Answers;
  /** The sealed values in the clear, by field id, for the vault to seal. */
  readonly sealedClear: Readonly<Record<'idNumber' | 'mobile', string>>;
  readonly sealed: SealedAnswers;
};

/** Everything that the sample programme asks about one talent, entitled to the category's standard. */
export function completeTalent(options: TalentOptions): BuiltTalent {
  const { category, name, seed, nationality, appliedOn = APPLIED_ON } = options;
  const idType = nationality ? 'PASSPORT' : 'RESIDENT_ID';
  const idNumber = nationality ? `X${String(1_000_000 + seed).padStart(8, '0')}` : inventedResidentId(seed);
  const mobile = inventedMobile(seed);
  const derived = derivedAnswers(fieldsOf(talentRecruitment.entry), idType, idNumber, appliedOn);
  return {
    name,
    idType,
    category,
    answers: {
      ...(nationality ? { gender: 'MALE', birthDate: '1986-04-12', nationality } : derived),
      ...categoryAnswers(options),
      ...educationAnswers(options),
      ...employmentAnswers(options, appliedOn),
    },
    sealedClear: { idNumber, mobile },
    sealed: {
      idNumber: { masked: maskIdNumber(idNumber), ok: true },
      mobile: { masked: maskMobile(mobile), ok: true },
    },
  };
}

function categoryAnswers({ category, byTitle }: TalentOptions): Answers {
  if (category === 'A') return { leadingProgramme: '园区科技领军人才项目（示例）' };
  if (category === 'D') return { scarcePostCode: 'JQ-0132' };
  if (category === 'B') return {};
  return byTitle ? { categoryBasis: 'title', professionalTitle: '高级工程师' } : { categoryBasis: 'degree' };
}

function educationAnswers({ category, byTitle, overseas }: TalentOptions): Answers {
  const level = category === 'A' || category === 'B' ? 0 : category === 'C' && !byTitle ? 1 : 2;
  return {
    education: ['doctoral', 'masters', 'undergraduate'][level] ?? '',
    degree: ['doctor', 'master', 'bachelor'][level] ?? '',
    school: overseas ? 'Example Institute of Technology' : '示例理工大学',
    major: '计算机技术',
    graduatedOn: '2021-06-30',
    degreePlace: overseas ? 'overseas' : 'domestic',
    ...(overseas && { overseasCertification: '202600009999' }),
  };
}

function employmentAnswers({ seed, byAgency }: TalentOptions, appliedOn: ShanghaiDay): Answers {
  const onBoardOn = shanghaiDay(`${addMonths(appliedOn, -14 + (seed % 5)).slice(0, 7)}-01`);
  return {
    position: '算法工程师',
    contractFrom: onBoardOn,
    contractTo: addDays(addMonths(onBoardOn, 36), -1),
    onBoardOn,
    insuredFrom: monthOf(onBoardOn),
    annualPay: '286,000.00',
    recruitmentChannel: byAgency ? 'agency' : 'own',
    ...(byAgency && { agencyName: '苏州示例人力资源服务有限公司', recruitmentCost: '8,000.00' }),
  };
}
