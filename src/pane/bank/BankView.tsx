import { useSurface } from "../parts/useSurface";
import { FreezeSection } from "../freeze/FreezeSection";

/** What is shared with a lender. */
export default function BankView() {
  const surface = useSurface();
  return (
    <div className={surface.column}>
      <FreezeSection />
    </div>
  );
}
