import { Notice } from '../ui/notice';

export type WhyHereProps = {
  /** The session of this browser has ended. */
  lapsed: boolean;
  /** A page that needs signing in was asked for. */
  wanted: boolean;
  /** Signed in already on the other side of the site: 业务人员, 申报单位. */
  otherSide: string | null;
};

/** Says why one is asked to sign in, where one did not come by oneself. */
export function WhyHere({ lapsed, wanted, otherSide }: WhyHereProps) {
  if (!lapsed && !wanted && !otherSide) return null;
  if (otherSide) {
    return (
      <Notice tone="amber" title={`您已以${otherSide}身份登录`}>
        在此登录后，原来的登录即结束。
      </Notice>
    );
  }
  return lapsed ? (
    <Notice title="登录已超时">登录后回到刚才的页面，已保存的内容都在。</Notice>
  ) : (
    <Notice title="请先登录">登录后直接进入您要打开的页面。</Notice>
  );
}
