import type { LayoutVersionDetail } from '@/lib/disbursement/layout-queries';
import { ActConfirm, type Act } from '../disbursement/act-confirm';

type Props = { version: LayoutVersionDetail; publish: Act; discard: Act; retire: Act };

const REASON = [{ name: 'reason', label: '原因', hint: '写入操作日志', kind: 'text' }] as const;

/** 舍弃 and 发布 of what waits, 停用 of what is in use; each with its reason. */
export function LayoutActs({ version, publish, discard, retire }: Props) {
  const shared = {
    thing: `${version.name}　第 ${version.number} 版`,
    fields: { versionId: version.id },
    asks: REASON,
  };
  if (version.status === 'PUBLISHED') {
    return (
      <ActConfirm
        {...shared}
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
    <>
      <ActConfirm
        {...shared}
        act={discard}
        label="舍弃"
        look={{ variant: 'plain', size: 's' }}
        title="舍弃这份待发布的格式？"
        consequence="上传的内容将删除，正在使用的版本不变。"
        confirmLabel="舍弃"
        danger
      />
      {version.faults.length === 0 && (
        <ActConfirm
          {...shared}
          act={publish}
          label="发布"
          look={{ variant: 'primary', size: 's' }}
          title={`发布第 ${version.number} 版？`}
          consequence="此后的付款文件按这一版生成；已生成的文件仍按各自的版本读取银行结果。"
          undoUntil="发布后不能撤回，可以再发布一版更正。"
          confirmLabel="发布"
        />
      )}
    </>
  );
}
