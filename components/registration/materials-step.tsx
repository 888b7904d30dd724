'use client';

import { useRouter } from 'next/navigation';
import { useActionState, useEffect } from 'react';
import { RefusalNotice } from '@/components/application/wizard/refusal-notice';
import type { Park, Support } from '@/components/frame/frame-props';
import type { ExampleKind } from '@/components/papers/paper-example';
import { PaperSlot } from '@/components/papers/paper-slot';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import { SubmitButton } from '@/components/ui/submit-button';
import {
  REGISTRATION_PAPERS,
  type RegistrationPaperKind,
  type RegistrationPaperRule,
} from '@/lib/enterprise/rules/registration-form';
import { missingOf, type Missing } from '@/lib/enterprise/rules/registration-missing';
import type { RegistrationView } from '@/lib/enterprise/registration-queries';
import { paths } from '@/lib/kernel/paths';
import { formatTime, type ShanghaiDay } from '@/lib/kernel/shanghai-day';
import { IDLE, type ActionState } from '@/lib/runtime/action-state';
import { RegistrationFrame } from './registration-frame';

const EXAMPLES: Partial<Record<RegistrationPaperKind, ExampleKind>> = {
  'business-licence': 'licence',
  'administrator-id-front': 'id-front',
  'administrator-id-back': 'id-back',
};

export type MaterialsStepProps = {
  readonly registration: RegistrationView;
  readonly today: ShanghaiDay;
  readonly site: { readonly park: Park; readonly support: Support };
  readonly at: string | null;
  readonly submit: (before: ActionState, form: FormData) => Promise<ActionState>;
};

/** 上传证件资料: the papers of the manual, the forms printed from what was typed; then 提交注册. */
export function MaterialsStep({ registration, today, site, at, submit }: MaterialsStepProps) {
  const [state, act] = useActionState(submit, IDLE);
  const refused = state.status === 'refused' ? state : null;
  const missing = missingOf(registration, today);
  const typing = missing.filter(({ step }) => step !== 'materials');
  useArrival(at, refused?.at);

  return (
    <RegistrationFrame
      place="materials"
      site={site}
      enterprise={{ name: registration.enterpriseName, uscc: registration.uscc }}
      missing={missing}
      back={
        <LinkButton variant="plain" size="l" icon="chevron-left" href={paths.register('administrator')}>
          上一步
        </LinkButton>
      }
      saved={<ProofWords registration={registration} />}
      next={
        <form action={act}>
          <SubmitButton size="l" pendingLabel="正在提交">
            提交注册
          </SubmitButton>
        </form>
      }
    >
      <Stack gap={4}>
        {refused && <Refused state={refused} missing={missing} />}
        {typing.length > 0 && (
          <Notice tone="amber" title={`前面的步骤还差 ${typing.length} 项，补齐后才能打印`}>
            三张表由系统按填写的内容生成。
          </Notice>
        )}
        <Card title="企业和管理员的证件" aside="复印件加盖公章，扫描或拍照">
          <Papers registration={registration} isPrinted={false} />
        </Card>
        <Card title="打印、盖章、上传" aside="A4 打印，在标出的位置加盖公章">
          <Papers registration={registration} isPrinted />
        </Card>
      </Stack>
    </RegistrationFrame>
  );
}

function Papers({ registration, isPrinted }: { registration: RegistrationView; isPrinted: boolean }) {
  const router = useRouter();
  return (
    <Stack gap={3}>
      {REGISTRATION_PAPERS.filter((paper) => paper.isPrinted === isPrinted).map((rule) => (
        <Paper key={rule.kind} rule={rule} registration={registration} changed={() => router.refresh()} />
      ))}
    </Stack>
  );
}

type PaperProps = { rule: RegistrationPaperRule; registration: RegistrationView; changed: () => void };

function Paper({ rule: { kind, label, hint, isPrinted }, registration, changed }: PaperProps) {
  const paper = registration.papers.find((one) => one.kind === kind) ?? null;
  return (
    <Stack gap={2}>
      <PaperSlot
        id={kind}
        title={label}
        hint={hint}
        example={EXAMPLES[kind] ?? 'stamped-form'}
        uploadUrl={`/register/papers/${kind}`}
        {...(isPrinted && { paperUrl: `/register/papers/${kind}/print` })}
        fileUrl="/register/files/"
        paper={paper}
        onChanged={changed}
      />
      {paper?.isBeforeChange && !paper.wrong && (
        <Notice tone="amber" look="line">
          上传后资料有修改。表上内容有变的，请重新打印、盖章；提交时会核对。
        </Notice>
      )}
    </Stack>
  );
}

function ProofWords({ registration: { isProofFresh, proofGoodUntil } }: { registration: RegistrationView }) {
  if (isProofFresh) return <span>CA 认证有效至 {formatTime(new Date(proofGoodUntil))}</span>;
  return <span>CA 认证已超过 30 分钟，提交前请再认证一次</span>;
}

/** 注册信息不完整 names every place; other refusals say what to do next. */
function Refused({
  state,
  missing,
}: {
  state: Extract<ActionState, { status: 'refused' }>;
  missing: readonly Missing[];
}) {
  const { explained, at } = state;
  const places = explained.next.filter(({ href }) => href?.includes('at='));
  if (places.length === 0) return <RefusalNotice refusal={explained} />;
  return (
    <ErrorSummary
      title={`${explained.title}，尚未提交：还差 ${Math.max(places.length, missing.length)} 项`}
      items={places.map(({ label, href }) => ({ label, href: href ?? '' }))}
      stamp={at}
    />
  );
}

/** A link to a paper lands on it. */
function useArrival(at: string | null, stamp: number | undefined): void {
  useEffect(() => {
    const slot = at && stamp === undefined ? document.getElementById(at) : null;
    slot?.focus({ preventScroll: true });
    slot?.scrollIntoView({ block: 'center' });
  }, [at, stamp]);
}
