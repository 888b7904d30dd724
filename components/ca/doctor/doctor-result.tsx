'use client';

import { useEffect, useRef } from 'react';
import type { Explained } from '@/lib/access/refusals';
import { CA_NAMES } from '@/lib/enterprise/rules/ca-provider';
import { CA_SLUGS } from '@/lib/enterprise/rules/ca-setup';
import { DOCTOR_STEPS, doctorCode, type DoctorStep } from '@/lib/enterprise/rules/doctor-code';
import type { Examination } from '@/lib/enterprise/rules/doctor-rows';
import { DOCTOR_STEP_WORDS, EXPLAIN_DOCTOR, type DoctorFacts } from '@/lib/enterprise/rules/doctor-words';
import { formatDay, shanghaiDayOf } from '@/lib/kernel/shanghai-day';
import { paths } from '@/lib/kernel/paths';
import { Anchor } from '../../ui/anchor';
import { announce } from '../../ui/announcer';
import { Button, LinkButton } from '../../ui/button';
import { Card } from '../../ui/card';
import { DefinitionList } from '../../ui/definition-list';
import { Row as Beside, Spoken, Stack } from '../../ui/layout';
import { Notice } from '../../ui/notice';
import type { Row } from './doctor-rows';
import styles from './doctor-result.module.css';

export type DoctorResultProps = {
  readonly rows: readonly Row[];
  readonly facts: DoctorFacts;
  readonly examination: Examination | null;
  readonly again: () => void;
  readonly supportPhone?: string;
};

/** What came of it: well, or the first thing to mend, and the code that support reads. Takes the focus when it is new. */
export function DoctorResult({ rows, facts, examination, again, supportPhone }: DoctorResultProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (examination) box.current?.focus();
  }, [examination]);
  const bad = rows.flatMap(({ step, result }) => (result.state === 'bad' ? [{ step, reason: result.reason }] : []));
  const [first, ...others] = bad;
  if (!first && !examination) return null;
  return (
    <div ref={box} tabIndex={-1} className={styles.box}>
      {first ? (
        <Card title={examination ? EXPLAIN_DOCTOR[first.reason](facts).title : '体检代码'} tone="red">
          <Stack gap={4}>
            {examination && <WhatNow step={first.step} explained={EXPLAIN_DOCTOR[first.reason](facts)} />}
            {others.length > 0 && (
              <p>
                另有 {others.length} 处要一并处理：
                {others.map(({ reason }) => EXPLAIN_DOCTOR[reason](facts).title).join('；')}。
              </p>
            )}
            <Code code={doctorCode({ provider: facts.provider, ...first })} supportPhone={supportPhone} />
            {examination && (
              <Beside>
                <Button icon="refresh" onClick={again}>
                  再体检一次
                </Button>
              </Beside>
            )}
          </Stack>
        </Card>
      ) : (
        examination && <Well examination={examination} facts={facts} again={again} />
      )}
    </div>
  );
}

function WhatNow({ step, explained }: { step: DoctorStep; explained: Explained }) {
  const place = DOCTOR_STEPS.indexOf(step) + 1;
  return (
    <div role="alert">
      <Spoken>{explained.title}。</Spoken>
      <p>
        卡在第 {place} 步“{DOCTOR_STEP_WORDS[step].title}”。{explained.why}
      </p>
      <ul className={styles.next}>
        {explained.next.map((one) => (
          <li key={one.label}>{one.href ? <Anchor href={one.href}>{one.label}</Anchor> : one.label}</li>
        ))}
      </ul>
    </div>
  );
}

function Code({ code, supportPhone }: { code: string; supportPhone?: string }) {
  async function copy() {
    try {
      await navigator.clipboard.writeText(code);
      announce('已复制体检代码');
    } catch {
      announce('没有复制成功，请抄下代码', 'red');
    }
  }
  return (
    <Beside gap={4} justify="between">
      <div>
        <output className={styles.code} aria-label="体检代码">
          {code}
        </output>
        <p className={styles.hint}>
          {supportPhone ? `致电 ${supportPhone} 或到窗口时` : '咨询或到窗口时'}报这个代码。它不含企业和个人信息。
        </p>
      </div>
      <Button size="s" onClick={() => void copy()}>
        复制
      </Button>
    </Beside>
  );
}

function Well({ examination, facts, again }: { examination: Examination; facts: DoctorFacts; again: () => void }) {
  const { enterprise, isRegistered } = examination;
  const { provider } = facts;
  return (
    <Card title="体检通过" tone="green">
      <Stack gap={4}>
        {enterprise && (
          <DefinitionList
            items={[
              { label: '企业名称', value: enterprise.name, note: `来自${CA_NAMES[provider]}证书` },
              { label: '统一社会信用代码', value: enterprise.uscc },
              { label: '证书有效期', value: `至 ${formatDay(shanghaiDayOf(new Date(enterprise.notAfter)))}` },
            ]}
          />
        )}
        {isRegistered && (
          <Notice tone="blue" title="该企业已注册">
            不用再注册，直接登录即可。忘记密码的，在登录页找回。
          </Notice>
        )}
        <Beside gap={3} stackOnPhone>
          <LinkButton
            variant="primary"
            href={isRegistered ? paths.login() : paths.registerCertificate(CA_SLUGS[provider])}
          >
            {isRegistered ? '去登录' : '去注册'}
          </LinkButton>
          <Button icon="refresh" onClick={again}>
            再体检一次
          </Button>
        </Beside>
      </Stack>
    </Card>
  );
}
