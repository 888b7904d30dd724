import type { ShanghaiDay } from '@/lib/kernel/shanghai-day';
import type { ProgrammeConfig } from '@/lib/programme/rules/config';
import type { WindowState } from '@/lib/programme/rules/window';

/** What the guide of a programme is drawn from. */
export type GuideProps = {
  code: string;
  config: ProgrammeConfig;
  versionNumber: number;
  window: WindowState | null;
  opensNextOn: ShanghaiDay | null;
};
