'use client';

import type { ReactNode } from 'react';
import type { Park, Support } from '@/components/frame/frame-props';
import { TaskFoot } from '@/components/frame/task-foot';
import { TaskFrame } from '@/components/frame/task-frame';
import { Anchor } from '@/components/ui/anchor';
import { Stack } from '@/components/ui/layout';
import { MissingList } from '@/components/ui/missing-list';
import { PageHead } from '@/components/ui/page-head';
import { WizardSteps } from '@/components/ui/wizard-steps';
import { countByStep, type Missing, type RegistrationStep } from '@/lib/enterprise/rules/registration-missing';
import { paths } from '@/lib/kernel/paths';
import styles from './registration.module.css';

export type Place = 'certificate' | RegistrationStep | 'phone' | 'done';

const TITLES: Readonly<Record<Place, string>> = {
  certificate: '选择实名认证方式',
  enterprise: '企业注册信息',
  administrator: '管理员授权委托信息',
  materials: '上传证件资料',
  phone: '验证管理员手机',
  done: '注册完成',
};
const FORM_STEPS: readonly RegistrationStep[] = ['enterprise', 'administrator', 'materials'];

export type RegistrationFrameProps = {
  readonly place: Place;
  /** In place of the step's own. */
  readonly title?: string | undefined;
  readonly site: { readonly park: Park; readonly support: Support };
  /** Null before anything was proven. */
  readonly enterprise: { readonly name: string; readonly uscc: string } | null;
  readonly missing: readonly Missing[];
  /** All that is missing stands above the form already. */
  readonly isSummed?: boolean;
  /** Handed in: the form is behind one. */
  readonly isHandedIn?: boolean;
  readonly meta?: ReactNode;
  readonly children: ReactNode;
  readonly back?: ReactNode;
  readonly saved?: ReactNode;
  readonly next?: ReactNode;
};

/** The task frame of 成为新用户: five steps with what is missing, whom to ask, and the bar at the foot. */
export function RegistrationFrame(props: RegistrationFrameProps) {
  const {
    place,
    title = TITLES[place],
    site,
    enterprise,
    missing,
    isHandedIn = false,
    meta,
    children,
    back,
    saved,
    next,
  } = props;
  const here = missing.filter(({ step }) => step === place);
  return (
    <TaskFrame
      park={site.park}
      place="成为新用户"
      enterprise={enterprise ?? undefined}
      head={
        <PageHead
          breadcrumb={[
            { label: '登录', href: paths.login() },
            { label: '成为新用户', href: paths.becomeUser() },
            { label: title },
          ]}
          title={title}
          meta={meta}
        />
      }
      side={
        <Stack gap={6}>
          <WizardSteps
            label="注册步骤"
            current={place === 'done' ? 'phone' : place}
            items={stepsOf(props, isHandedIn)}
          />
          {!props.isSummed && (
            <MissingList
              title={`本步还差 ${here.length} 项`}
              items={here.map(({ id, label, step }) => ({ key: id, label, href: paths.register(step, id) }))}
            />
          )}
          <p className={styles.help}>
            {site.support.phone && <>咨询 {site.support.phone}</>}
            <Anchor href="/ca-doctor">CA 检测</Anchor>
          </p>
        </Stack>
      }
      foot={(back || saved || next) && <TaskFoot back={back} saved={saved} next={next} />}
    >
      {children}
    </TaskFrame>
  );
}

function stepsOf({ place, enterprise, missing }: RegistrationFrameProps, isHandedIn: boolean) {
  const counts = countByStep(missing);
  const isOpen = enterprise !== null && !isHandedIn;
  return [
    {
      key: 'certificate',
      title: '实名认证',
      missing: enterprise ? 0 : null,
      ...(isOpen && { href: paths.registerCertificate() }),
    },
    ...FORM_STEPS.map((step) => ({
      key: step,
      title: TITLES[step],
      missing: enterprise ? counts[step] : null,
      ...(isOpen && { href: paths.register(step) }),
    })),
    { key: 'phone', title: '验证手机，完成注册', missing: place === 'done' ? 0 : null },
  ];
}
