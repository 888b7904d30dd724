import { machine } from '@/lib/kernel/machine';

export type ProgrammeVersionStatus = 'DRAFT' | 'PUBLISHED' | 'RETIRED';

/** The life of one version of a programme's configuration (政策事项). */
export const PROGRAMME_VERSION = machine<ProgrammeVersionStatus, 'publish' | 'retire'>(
  'programme version',
  { initial: 'DRAFT', states: ['DRAFT', 'PUBLISHED', 'RETIRED'], ends: ['RETIRED'] },
  [
    ['DRAFT', 'publish', 'PUBLISHED', 'admin', '发布配置', null],
    ['PUBLISHED', 'retire', 'RETIRED', 'admin', '停用配置', null],
  ],
);
