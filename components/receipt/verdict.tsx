import { Status } from '../ui/status';

/** What the check of the picture came to, for the desk: it never approves, it only says where to look. */
export function Verdict({ verdict }: { verdict: string }) {
  return verdict === 'CLEAN' ? (
    <Status tone="green" look="text">
      未见异常
    </Status>
  ) : (
    <Status tone="amber" look="text">
      请留意
    </Status>
  );
}
