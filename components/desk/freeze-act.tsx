import { ActConfirm, type Act } from '../disbursement/act-confirm';

type Props = { enterpriseId: string; name: string; frozen: boolean; act: Act; running?: string };

/** 冻结企业 or 解除冻结, with the reason that stands in the log and goes to the enterprise. */
export function FreezeAct({ enterpriseId, name, frozen, act, running }: Props) {
  return (
    <ActConfirm
      act={act}
      label={frozen ? '解除冻结' : '冻结企业'}
      look={{ variant: frozen ? 'primary' : 'plain', size: 's', icon: frozen ? 'undo' : 'lock' }}
      title={frozen ? '解除冻结？' : '冻结企业？'}
      thing={name}
      consequence={
        frozen ? (
          '各项办理从停下的地方继续。'
        ) : (
          <>
            <p>该企业仍可登录查看，但不能提交、打印、拍照，也不能付款。</p>
            {running && <p>{running}</p>}
          </>
        )
      }
      undoUntil={frozen ? '需要时可以再次冻结。' : '可以随时解除，解除后继续办理。'}
      confirmLabel={frozen ? '解除冻结' : '冻结企业'}
      fields={{ enterpriseId }}
      asks={[{ name: 'reason', label: '原因', hint: '写入操作日志，并通知该企业', kind: 'text' }]}
      danger={!frozen}
    />
  );
}
