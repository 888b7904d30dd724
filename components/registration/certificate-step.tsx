'use client';

import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ChooseProvider } from '@/components/ca/choose-provider';
import { ProveWithKey } from '@/components/ca/prove-with-key';
import type { Park, Support } from '@/components/frame/frame-props';
import { Button, LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { Row, Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import type { Explained } from '@/lib/access/refusals';
import { CA_NAMES, type CaProvider, type TakenProof } from '@/lib/enterprise/rules/ca-provider';
import { paths } from '@/lib/kernel/paths';
import type { Answer } from '@/lib/runtime/action-state';
import { RegistrationFrame } from './registration-frame';

export type CertificateStepProps = {
  readonly site: { readonly park: Park; readonly support: Support };
  readonly provider: CaProvider | null;
  /** What this browser began and may take up again with the same key. */
  readonly begun: { readonly name: string; readonly uscc: string; readonly isProofFresh: boolean } | null;
  readonly open: (given: unknown) => Promise<Answer<{ registrationId: string; isResumed: boolean }>>;
};

const HREFS: Readonly<Record<CaProvider, string>> = {
  JIANGSU: paths.registerCertificate('JIANGSU'),
  SUZHOU: paths.registerCertificate('SUZHOU'),
};

/** 选择实名认证方式, then the key: it proves the enterprise and opens the form. */
export function CertificateStep({ site, provider, begun, open }: CertificateStepProps) {
  const router = useRouter();
  const [refusal, setRefusal] = useState<Explained | null>(null);
  const [isOpening, setOpening] = useState(false);
  const [attempt, setAttempt] = useState(0);

  async function proven({ proofId }: TakenProof) {
    setOpening(true);
    const answer = await open({ proofId });
    setOpening(false);
    if (answer.ok) router.push(paths.register('enterprise'));
    else setRefusal(answer.explained);
  }

  return (
    <RegistrationFrame
      place="certificate"
      title={provider ? `用${CA_NAMES[provider]}实名认证` : undefined}
      site={site}
      enterprise={begun}
      missing={[]}
      back={
        <LinkButton
          variant="plain"
          size="l"
          icon="chevron-left"
          href={provider ? paths.registerCertificate() : paths.becomeUser()}
        >
          {provider ? '换一种 CA' : '返回'}
        </LinkButton>
      }
      saved={provider ? <span>认证后 30 分钟内提交注册，填写的内容保存七天</span> : undefined}
    >
      <Stack gap={4}>
        {begun && <Begun begun={begun} />}
        {refusal && (
          <Refused
            refusal={refusal}
            again={() => {
              setRefusal(null);
              setAttempt((before) => before + 1);
            }}
          />
        )}
        {!provider && (
          <Card title="手边有哪一种 CA" aside="任选一种，两种都有的建议用江苏CA">
            <ChooseProvider hrefs={HREFS} />
          </Card>
        )}
        {provider && isOpening && <Notice role="status" title="已通过，正在打开注册表" />}
        {provider && !refusal && !isOpening && (
          <ProveWithKey
            key={attempt}
            provider={provider}
            purpose="registration"
            onProven={(proof) => void proven(proof)}
          />
        )}
      </Stack>
    </RegistrationFrame>
  );
}

/** What the key proved and still cannot be registered: why, and the ways on as buttons. */
function Refused({ refusal, again }: { refusal: Explained; again: () => void }) {
  const ways = refusal.next.filter(({ href }) => href);
  return (
    <Notice tone="red" role="alert" title={refusal.title}>
      <Stack gap={3}>
        <p>{refusal.why}</p>
        {refusal.next
          .filter(({ href }) => !href)
          .map(({ label }) => (
            <p key={label}>{label}</p>
          ))}
        <Row gap={2} stackOnPhone>
          {ways.map(({ label, href }, index) => (
            <LinkButton key={label} variant={index === 0 ? 'primary' : 'plain'} href={href ?? ''}>
              {label}
            </LinkButton>
          ))}
          <Button variant="plain" onClick={again}>
            换一个 CA 再验证
          </Button>
        </Row>
      </Stack>
    </Notice>
  );
}

function Begun({ begun }: { begun: NonNullable<CertificateStepProps['begun']> }) {
  return (
    <Notice
      tone={begun.isProofFresh ? 'blue' : 'amber'}
      title={`${begun.name}的注册还没有完成`}
      actions={
        <LinkButton size="s" href={paths.register('enterprise')}>
          继续填写
        </LinkButton>
      }
    >
      {begun.isProofFresh ? '认证还有效，可以直接继续。' : '可以继续填写；提交前请用同一个 CA 再认证一次。'}
    </Notice>
  );
}
