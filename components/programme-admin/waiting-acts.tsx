import type { ReactNode } from 'react';
import { ActConfirm, type Act } from '../disbursement/act-confirm';

/** What an act upon a configuration asks for. */
export const REASON = [{ name: 'reason', label: '原因', hint: '写入操作日志', kind: 'text' }] as const;

type WaitingActsProps = {
  /** 格式, 配置. */
  readonly what: string;
  readonly name: string;
  readonly version: { readonly id: string; readonly number: number; readonly faults: readonly unknown[] };
  /** What publishing it brings. */
  readonly consequence: ReactNode;
  readonly publish: Act;
  readonly discard: Act;
};

/** 舍弃 and, where it has no fault, 发布 of a version of a configuration that waits. */
export function WaitingActs({ what, name, version, consequence, publish, discard }: WaitingActsProps) {
  const shared = {
    thing: `${name}　第 ${version.number} 版`,
    fields: { versionId: version.id },
    asks: REASON,
  };
  return (
    <>
      <ActConfirm
        {...shared}
        act={discard}
        label="舍弃"
        look={{ variant: 'plain', size: 's' }}
        title={`舍弃这份待发布的${what}？`}
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
          consequence={consequence}
          undoUntil="发布后不能撤回，可以再发布一版更正。"
          confirmLabel="发布"
        />
      )}
    </>
  );
}
