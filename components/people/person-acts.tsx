import type { StaffPersonView } from '@/lib/access/staff-queries';
import { ActConfirm, type Act } from '../disbursement/act-confirm';

export type PersonActions = Readonly<Record<'resetFactor' | 'resetPassword' | 'disable' | 'enable', Act>>;

type Props = { view: StaffPersonView; act: Act };

const REASON = [{ name: 'reason', label: '原因', hint: '写入操作日志', kind: 'text' }] as const;
const shared = ({ id, displayName, username }: StaffPersonView) => ({
  thing: `${displayName}（${username}）`,
  fields: { staffId: id },
  asks: REASON,
});
const toldBy = ({ maskedMobile, maskedEmail }: StaffPersonView) => {
  const places = [maskedMobile && `短信 ${maskedMobile}`, maskedEmail && `邮件 ${maskedEmail}`].filter(Boolean);
  return places.length > 0 ? `本人会收到${places.join(' 和')}。` : '本人没有绑定手机和邮箱，请另行告知。';
};

/** 重置动态口令, after the person was recognised. */
export function FactorAct({ view, act }: Props) {
  return (
    <ActConfirm
      {...shared(view)}
      act={act}
      label="重置动态口令"
      look={{ variant: 'plain', size: 's' }}
      title="重置动态口令？"
      consequence={
        <>
          <p>请先当面或电话确认是本人。原手机的动态口令和恢复码立即作废，已登录的设备全部退出。</p>
          <p>下次登录时，本人用密码登录后重新绑定。{toldBy(view)}</p>
        </>
      }
      confirmLabel="重置动态口令"
      danger
    />
  );
}

/** 重置密码: the initial password goes to the telephone that the person bound. */
export function PasswordAct({ view, act }: Props) {
  return (
    <ActConfirm
      {...shared(view)}
      act={act}
      label="重置密码"
      look={{ variant: 'plain', size: 's' }}
      title="重置密码？"
      consequence={`新的初始密码只发到 ${view.maskedMobile ?? '绑定的手机'}，72 小时有效。原密码作废，已登录的设备全部退出。`}
      confirmLabel="重置密码"
      danger
    />
  );
}

/** 停用, or 启用 of a disabled account. */
export function AccountAct({ view, act }: Props) {
  const { isDisabled } = view;
  return (
    <ActConfirm
      {...shared(view)}
      act={act}
      label={isDisabled ? '启用' : '停用'}
      look={{ variant: isDisabled ? 'primary' : 'plain', size: 's' }}
      title={isDisabled ? '启用这个账号？' : '停用这个账号？'}
      consequence={
        isDisabled
          ? `本人可用原来的密码和动态口令登录。${toldBy(view)}`
          : `立即从所有设备退出，不能再登录。已办事项不受影响，手上的事项由同事接手。${toldBy(view)}`
      }
      undoUntil={isDisabled ? '随时可以再停用。' : '随时可以重新启用。'}
      confirmLabel={isDisabled ? '启用' : '停用'}
      danger={!isDisabled}
    />
  );
}
