import { InterceptorEffectEnum, type Injector } from "@univerjs/core";
import { INTERCEPTOR_POINT, SheetInterceptorService } from "@univerjs/sheets";
import { BUSY, PENDING_CODE } from "./cellValue";

/** The engine's word for "not yet" is shown as Excel shows it. */
export function showBusy(injector: Injector): () => void {
  const interceptor = injector.get(SheetInterceptorService).intercept(INTERCEPTOR_POINT.CELL_CONTENT, {
    priority: 1, // after those that bring in what formulas spilled
    effect: InterceptorEffectEnum.Value,
    handler: (cell, _location, next) => next(cell?.v === PENDING_CODE ? { ...cell, v: BUSY } : cell),
  });
  return () => interceptor.dispose();
}
