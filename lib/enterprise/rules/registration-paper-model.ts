import { displayAnswer } from '@/lib/forms/rules/display-answer';
import { shanghaiDay } from '@/lib/kernel/shanghai-day';
import type { Answers } from '@/lib/programme/rules/config';
import type { PaperContent, PaperContentOf } from './paper-models';
import { registrationField, type RegistrationPaperKind } from './registration-form';
import { capitalWords } from './registration-profile';

export type PrintedKind = Extract<RegistrationPaperKind, PaperContent['kind']>;

/** What the papers of a registration are printed from: answers in their stored form, sealed ones as they may be shown. */
export type PrintedAnswers = {
  readonly enterpriseName: string;
  readonly uscc: string;
  readonly answers: Answers;
  /** In the clear: the administrator's own paper names where to reach her. */
  readonly mobile: string;
  readonly email: string;
  readonly maskedIds: { readonly administrator: string; readonly legalRepresentative: string };
};

/** Each printed paper of a registration from what was typed. Complete answers give a complete model. */
export const REGISTRATION_PAPER_MODELS: {
  readonly [K in PrintedKind]: (given: PrintedAnswers) => Omit<PaperContentOf<K>, 'kind'>;
} = {
  'administrator-filing': (given) => ({ enterprise: party(given), administrator: administratorOf(given) }),
  'enterprise-registration': (given) => {
    const { name, mobile } = administratorOf(given);
    return { enterprise: enterpriseOf(given), administrator: { name, mobile } };
  },
  'use-agreement': (given) => {
    const { name, idType, maskedIdNumber, mobile } = administratorOf(given);
    return { enterprise: party(given), administrator: { name, idType, maskedIdNumber, mobile } };
  },
};

const party = ({ enterpriseName, uscc }: PrintedAnswers) => ({ name: enterpriseName, uscc });

function shown({ answers }: PrintedAnswers, fieldId: string): string {
  const field = registrationField(fieldId);
  return field ? displayAnswer(field, answers[fieldId]) : '';
}

function enterpriseOf(given: PrintedAnswers): PaperContentOf<'enterprise-registration'>['enterprise'] {
  const { answers, maskedIds } = given;
  return {
    ...party(given),
    type: shown(given, 'type'),
    establishedOn: shanghaiDay(answers.establishedOn ?? ''),
    registeredCapital: capitalWords(answers.registeredCapital, answers.currency),
    registeredAddress: shown(given, 'registeredAddress'),
    officeAddress: shown(given, 'officeAddress'),
    industry: shown(given, 'industry'),
    scale: shown(given, 'scale'),
    legalRepresentative: shown(given, 'legalRepresentative'),
    legalRepresentativeId: `${shown(given, 'legalRepresentativeIdType')} ${maskedIds.legalRepresentative}`,
    telephone: shown(given, 'telephone'),
    postcode: shown(given, 'postcode'),
  };
}

function administratorOf(given: PrintedAnswers): PaperContentOf<'administrator-filing'>['administrator'] {
  const { answers, mobile, email, maskedIds } = given;
  return {
    name: shown(given, 'administratorName'),
    idType: shown(given, 'administratorIdType'),
    maskedIdNumber: maskedIds.administrator,
    mobile,
    email,
    department: shown(given, 'administratorDepartment'),
    position: shown(given, 'administratorPosition'),
    authorisedFrom: shanghaiDay(answers.authorisedFrom ?? ''),
    authorisedTo: shanghaiDay(answers.authorisedTo ?? ''),
  };
}

export function isPrintedKind(kind: string): kind is PrintedKind {
  return Object.hasOwn(REGISTRATION_PAPER_MODELS, kind);
}
