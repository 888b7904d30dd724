'use client';

import type { Park, Support } from '@/components/frame/frame-props';
import { LinkButton } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { NumberedList } from '@/components/ui/item-list';
import { Row, Stack } from '@/components/ui/layout';
import { Notice } from '@/components/ui/notice';
import type { RegistrationView } from '@/lib/enterprise/registration-queries';
import { paths } from '@/lib/kernel/paths';
import { formatDayTime } from '@/lib/kernel/shanghai-day';
import { RegistrationFrame } from './registration-frame';

/** 注册完成: where the accounts went, and what to do with them. */
export function DoneStep({
  registration,
  site,
}: {
  registration: RegistrationView;
  site: { park: Park; support: Support };
}) {
  const { enterpriseName, uscc, maskedMobile, doneAt } = registration;
  return (
    <RegistrationFrame place="done" site={site} enterprise={{ name: enterpriseName, uscc }} missing={[]} isHandedIn>
      <Stack gap={4}>
        <Notice tone="green" look="bar" title="注册完成">
          两个账号的初始密码已发到管理员手机 {maskedMobile}，72 小时内有效。
        </Notice>
        <Card title="账号">
          <Stack gap={4}>
            <DefinitionList
              look="lines"
              items={[
                { label: 'admin', value: '企业管理员', note: '管理员工账号和企业信息' },
                { label: 'super', value: '超级用户', note: '申请补贴、办理资金拨付' },
                { label: '注册时间', value: doneAt ? formatDayTime(new Date(doneAt)) : '' },
              ]}
            />
            <Row gap={2} stackOnPhone>
              <LinkButton variant="primary" size="l" href={paths.login()}>
                去登录
              </LinkButton>
              <LinkButton size="l" href={paths.home()}>
                回到首页
              </LinkButton>
            </Row>
          </Stack>
        </Card>
        <Card title="接下来">
          <NumberedList
            items={[
              { key: 'a', title: '用 super 登录', note: '企业名称、用户名 super、短信中的密码。第一次登录须改密码。' },
              { key: 'b', title: '管理员改密码', note: '用 admin 登录一次，改掉初始密码，并绑定邮箱。' },
              { key: 'c', title: '添加经办人', note: 'admin 在“员工管理”中添加同事，各用各的账号。' },
            ]}
          />
        </Card>
      </Stack>
    </RegistrationFrame>
  );
}
