import type { ProgrammeVersionStatus } from '@/lib/programme/rules/states';
import { Status } from '../ui/status';

const WORDS = {
  DRAFT: { word: '待发布', tone: 'amber' },
  PUBLISHED: { word: '正在使用', tone: 'green' },
  RETIRED: { word: '已停用', tone: 'neutral' },
} as const;

export function VersionStatus({ status, look = 'text' }: { status: ProgrammeVersionStatus; look?: 'text' | 'tag' }) {
  const { word, tone } = WORDS[status];
  return (
    <Status look={look} tone={tone}>
      {word}
    </Status>
  );
}
