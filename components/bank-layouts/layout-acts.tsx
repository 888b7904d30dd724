import type { LayoutVersionDetail } from '@/lib/disbursement/layout-queries';
import { ActConfirm, type Act } from '../disbursement/act-confirm';
import { REASON, WaitingActs } from '../programme-admin/waiting-acts';

type Props = { version: LayoutVersionDetail; publish: Act; discard: Act; retire: Act };

/** 舍弃 and 发布 of what waits, 停用 of what is in use; each with its reason. */
export function LayoutActs({ version, publish, discard, retire }: Props) {
  if (version.status === 'PUBLISHED') {
    return (
      <ActConfirm
        thing={`${version.name}　第 ${version.number} 版`}
        fields={{ versionId: version.id }}
        asks={REASON}
        act={retire}
        label="停用"
        look={{ variant: 'plain', size: 's' }}
        title="停用这个格式？"
        consequence="此后不能再选它生成付款文件；已用它生成的文件照常复核、下载和导入结果。"
        undoUntil="停用后不能恢复，可以上传同样的内容作为新的一版。"
        confirmLabel="停用"
        danger
      />
    );
  }
  if (version.status === 'RETIRED') return null;
  return (
    <WaitingActs
      what="格式"
      name={version.name}
      consequence="此后的付款文件按这一版生成；已生成的文件仍按各自的版本读取银行结果。"
      {...{ version, publish, discard }}
    />
  );
}
