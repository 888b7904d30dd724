import { z } from 'zod';

/** Where a key is renewed and whom to call: the operator's configuration (setting `ca.window`). */
export const caWindowSchema = z.strictObject({
  place: z.string().min(1).max(60),
  hours: z.string().min(1).max(60),
  telephones: z.array(z.string().min(3).max(30)).min(1).max(4),
  bring: z.array(z.string().min(1).max(40)).min(1).max(6),
});
export type CaWindow = z.infer<typeof caWindowSchema>;

export const CA_WINDOW_SETTING = 'ca.window';

/** As the manual has it. */
export const DEFAULT_CA_WINDOW: CaWindow = {
  place: '园区一站式服务中心3楼CA窗口',
  hours: '工作日 9:00–12:00，13:00–17:00',
  telephones: ['0512-68701110', '02596010'],
  bring: ['CA（USB Key）', '营业执照副本（加盖公章）', '经办人身份证原件'],
};

export function windowLine({ place, telephones }: CaWindow): string {
  return `${place}，咨询电话 ${telephones.join('、')}`;
}
