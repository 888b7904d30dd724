'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useMemo, useState } from 'react';
import type { Park, Support } from '@/components/frame/frame-props';
import { Button, LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { ErrorSummary } from '@/components/ui/error-summary';
import { Stack } from '@/components/ui/layout';
import { ADMINISTRATOR_SECTION, ENTERPRISE_SECTION } from '@/lib/enterprise/rules/registration-form';
import { missingOf, type Missing } from '@/lib/enterprise/rules/registration-missing';
import type { RegistrationView } from '@/lib/enterprise/registration-queries';
import { fieldsThatApply } from '@/lib/forms/rules/applying';
import { paths } from '@/lib/kernel/paths';
import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { Answers, FieldConfig } from '@/lib/programme/rules/config';
import { ProvenIdentity } from './proven-identity';
import { RegistrationField } from './registration-field';
import { RegistrationFrame } from './registration-frame';
import type { Saver, Typed } from './saver';
import { SaveWords } from './save-words';
import { useSaver } from './use-saver';
import styles from './registration.module.css';

export type FormStepProps = {
  readonly step: 'enterprise' | 'administrator';
  readonly registration: RegistrationView;
  readonly today: ShanghaiDay;
  readonly site: { readonly park: Park; readonly support: Support };
  /** The field that a link asked for. */
  readonly at: string | null;
};

/** 企业注册信息 or 管理员授权委托信息: saved as one types, complained of after a field is left. */
export function FormStep({ step, registration, today, site, at }: FormStepProps) {
  const { saver, typed } = useSaver(registration);
  const router = useRouter();
  const [asked, setAsked] = useState(0);
  const section = step === 'enterprise' ? ENTERPRISE_SECTION : ADMINISTRATOR_SECTION;
  const answers = useMemo(() => openAnswers(typed), [typed]);
  const missing = missingOf({ answers, sealed: typed.sealed, papers: registration.papers }, today);
  const here = missing.filter((one) => one.step === step);
  useFocus(at);

  async function go(href: string) {
    await saver.flush();
    if (Object.keys(saver.getState().pending).length === 0) router.push(href);
  }

  function forward() {
    if (here.length > 0 && asked === 0) return setAsked(1);
    void go(step === 'enterprise' ? paths.register('administrator') : paths.register('materials'));
  }

  return (
    <RegistrationFrame
      place={step}
      site={site}
      enterprise={{ name: registration.enterpriseName, uscc: registration.uscc }}
      missing={missing}
      isSummed={asked > 0}
      back={
        step === 'administrator' && (
          <Button variant="plain" size="l" icon="chevron-left" onClick={() => void go(paths.register('enterprise'))}>
            上一步
          </Button>
        )
      }
      saved={<SaveWords save={typed.save} retry={() => void saver.flush()} />}
      next={
        <Button variant="primary" size="l" iconAfter="chevron-right" onClick={forward}>
          {here.length > 0 && asked > 0 ? '先去下一步' : '下一步'}
        </Button>
      }
    >
      <Stack gap={4}>
        {asked > 0 && (
          <ErrorSummary
            title={`本步还有 ${here.length} 处没有填好`}
            items={here.map(({ id, label, text }) => ({ label: `${label}：${text}`, href: `#${id}` }))}
            stamp={asked}
          />
        )}
        {step === 'enterprise' && <ProvenIdentity registration={registration} />}
        <Card title={section.title} aside={section.hint}>
          <FieldRows
            fields={fieldsThatApply(section.fields, answers, { sealed: typed.sealed })}
            {...{ typed, saver, answers, registration, here, at }}
            isAsked={asked > 0}
          />
        </Card>
        <p className={styles.help}>
          <LinkButton size="s" variant="quiet" href={paths.becomeUser()}>
            查看注册说明和材料清单
          </LinkButton>
        </p>
      </Stack>
    </RegistrationFrame>
  );
}

type FieldRowsProps = {
  readonly fields: readonly FieldConfig[];
  readonly typed: Typed;
  readonly saver: Saver;
  readonly answers: Answers;
  readonly registration: RegistrationView;
  readonly here: readonly Missing[];
  readonly at: string | null;
  readonly isAsked: boolean;
};

function FieldRows({ fields, answers, here, ...rest }: FieldRowsProps) {
  return (
    <div className={styles.rows}>
      {rowsOf(fields).map((row) => (
        <div key={row[0]?.id} className={row.length > 1 ? styles.pair : undefined}>
          {row.map((field) => (
            <div key={field.id} className={!field.hint && row.some(({ hint }) => hint) ? styles.lowered : undefined}>
              <RegistrationField
                field={field}
                typed={rest.typed}
                saver={rest.saver}
                complaint={here.find(({ id }) => id === field.id)}
                isAsked={rest.isAsked || rest.at === field.id}
                register={fromRegister(rest.registration, field.id)}
              />
              {field.id === 'officeAddress' && <SameAddress answers={answers} saver={rest.saver} />}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function fromRegister({ fromRegister: days, answers }: RegistrationView, fieldId: string) {
  const [day, value] = [days[fieldId], answers[fieldId]];
  return day && value ? { day, value } : undefined;
}

/** Most firms work where they are registered. */
function SameAddress({ answers, saver }: { answers: Answers; saver: Saver }) {
  const { registeredAddress, officeAddress } = answers;
  if (officeAddress || !registeredAddress) return null;
  return (
    <div className={styles.copy}>
      <Button size="s" variant="quiet" onClick={() => saver.change('officeAddress', registeredAddress)}>
        与注册地址相同
      </Button>
    </div>
  );
}

/** What stands, with what was typed on top; a clear text of a sealed field counts before its mask. */
function openAnswers(typed: Typed): Answers {
  return { ...typed.answers, ...typed.pending };
}

/** Related short fields share a row, never more than two. */
function rowsOf(fields: readonly FieldConfig[]): FieldConfig[][] {
  const rows: FieldConfig[][] = [];
  for (const field of fields) {
    const last = rows.at(-1);
    if (field.beside && last?.length === 1) last.push(field);
    else rows.push([field]);
  }
  return rows;
}

function useFocus(at: string | null): void {
  useEffect(() => {
    const control = at ? document.getElementById(at) : null;
    control?.focus({ preventScroll: true });
    control?.scrollIntoView({ block: 'center' });
  }, [at]);
}
