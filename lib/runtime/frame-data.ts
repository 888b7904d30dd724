import 'server-only';
import { cache } from 'react';
import { z } from 'zod';
import type { Actor, EnterpriseActor, StaffActor } from '@/lib/access/actor';
import { ENTERPRISE_ROLE_WORDS, STAFF_ROLE_WORDS } from '@/lib/access/rules/role-words';
import { paths } from '@/lib/kernel/paths';
import { environment } from './environment';
import { requestContext } from './request-context';
import { readSessionCookie } from './session-cookie';

/** The park as configured: `name` in running text, `wordmark` in the header and after page titles. */
const parkSchema = z.object({ name: z.string().min(2).max(40), wordmark: z.string().min(2).max(40) });
/** 技术支持 as configured; a line left out is not shown. Nothing is ever sent to any of these. */
const supportSchema = z.object({
  unit: z.string().max(60).optional(),
  email: z.string().max(80).optional(),
  phone: z.string().max(40).optional(),
  hours: z.string().max(40).optional(),
  qq: z.string().max(20).optional(),
});

export const PARK_SETTING = 'portal.park';
export const SUPPORT_SETTING = 'portal.support';

/** What the operator's manual says, until an operator says otherwise. */
const MANUAL = {
  park: { name: '苏州工业园区', wordmark: '苏州工业园区一网通办' },
  support: {
    unit: '苏州德融嘉信信用管理技术股份有限公司',
    email: 'techsoft@sipac.gov.cn',
    phone: '400-8696086',
    qq: '2967266691',
  },
};

export type Site = {
  readonly park: z.infer<typeof parkSchema>;
  readonly support: z.infer<typeof supportSchema>;
  /** At the foot of every page of the demo. */
  readonly note: string | undefined;
};

/** Name and support lines of this site, read once per request. A setting that does not hold counts as not set. */
export const siteData = cache(async (): Promise<Site> => {
  const { db } = await requestContext();
  const rows = await db.setting.findMany({ where: { key: { in: [PARK_SETTING, SUPPORT_SETTING] } } });
  const value = (key: string) => rows.find((row) => row.key === key)?.value;
  return {
    park: parkSchema.safeParse(value(PARK_SETTING)).data ?? MANUAL.park,
    support: supportSchema.safeParse(value(SUPPORT_SETTING)).data ?? MANUAL.support,
    note: environment().demo ? '演示环境：所列企业、人员、编号与金额均为虚构。' : undefined,
  };
});

export type PortalFrameData = Site & {
  /** Who is signed in and where his own pages begin; null for a visitor. */
  readonly user: { readonly id?: string; readonly label: string; readonly home: string } | null;
  readonly actor: Actor;
};

/** What the frame of public pages needs. */
export async function portalFrame(): Promise<PortalFrameData> {
  const [site, { actor }] = await Promise.all([siteData(), requestContext()]);
  return { ...site, actor, user: frameUser(actor) };
}

function frameUser(actor: Actor): PortalFrameData['user'] {
  if (actor.kind === 'enterprise')
    return { id: actor.id, label: enterpriseUserLabel(actor), home: paths.enterpriseHome() };
  return actor.kind === 'staff' ? { label: staffUserLabel(actor), home: paths.staffHome() } : null;
}

export type EnterpriseFrameData = Site & {
  readonly enterprise: { readonly name: string; readonly uscc: string };
  readonly user: { readonly id: string; readonly username: string; readonly roleLabel: string };
};

/** What the frames of enterprise pages need, the task frame among them. */
export async function enterpriseFrame(actor: EnterpriseActor): Promise<EnterpriseFrameData> {
  return {
    ...(await siteData()),
    enterprise: { name: actor.enterpriseName, uscc: actor.uscc },
    user: { id: actor.id, username: actor.username, roleLabel: ENTERPRISE_ROLE_WORDS[actor.role] },
  };
}

/** super（超级用户） */
function enterpriseUserLabel(actor: EnterpriseActor): string {
  return `${actor.username}（${ENTERPRISE_ROLE_WORDS[actor.role]}）`;
}

/** 初审 林知远: the role first. */
export function staffUserLabel(actor: StaffActor): string {
  return `${actor.roles.map((role) => STAFF_ROLE_WORDS[role]).join('、')} ${actor.displayName}`;
}

/** Whether this browser was signed in and is not any more: then the form says why it is asked again. */
export async function hasLapsedSession(): Promise<boolean> {
  const [{ actor }, token] = await Promise.all([requestContext(), readSessionCookie()]);
  return actor.kind === 'public' && token !== null;
}
