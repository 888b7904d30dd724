import { paths } from '@/lib/kernel/paths';
import type { Crumb } from '../ui/page-head';

/** The way that the manual describes: 人才服务 > 人才服务用户空间 > 苏州工业园区人才信息枢纽平台 > 人才资金拨付申请. */
export function disbursementCrumbs(parkName: string): Crumb[] {
  return [
    { label: '人才服务', href: paths.talentServices() },
    { label: '人才服务用户空间', href: paths.space() },
    { label: `${parkName}人才信息枢纽平台`, href: paths.hub() },
    { label: '人才资金拨付申请', href: paths.disbursements() },
  ];
}
