import { Status } from '../ui/status';

/** What finance should know of an account before paying to it. It tells, it does not stop. */
export function PayeeRisks({ risks }: { risks: readonly string[] }) {
  return risks.map((risk) => (
    <div key={risk}>
      <Status look="text" tone="amber">
        {risk}
      </Status>
    </div>
  ));
}
