import { ICommandService, LocaleType, LogLevel, Univer, merge } from "@univerjs/core";
import { UniverDocsPlugin } from "@univerjs/docs";
import { UniverDocsUIPlugin } from "@univerjs/docs-ui";
import { FormulaDataModel, IActiveDirtyManagerService, UniverFormulaEnginePlugin } from "@univerjs/engine-formula";
import { UniverRenderEnginePlugin } from "@univerjs/engine-render";
import conditionalEn from "@univerjs/preset-sheets-conditional-formatting/locales/en-US";
import conditionalZh from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import coreEn from "@univerjs/preset-sheets-core/locales/en-US";
import coreZh from "@univerjs/preset-sheets-core/locales/zh-CN";
import tableEn from "@univerjs/preset-sheets-table/locales/en-US";
import tableZh from "@univerjs/preset-sheets-table/locales/zh-CN";
import { UniverSheetsPlugin } from "@univerjs/sheets";
import { UniverSheetsConditionalFormattingPlugin } from "@univerjs/sheets-conditional-formatting";
import { UniverSheetsConditionalFormattingUIPlugin } from "@univerjs/sheets-conditional-formatting-ui";
import { CalculationMode, TriggerCalculationController, UniverSheetsFormulaPlugin } from "@univerjs/sheets-formula";
import { UniverSheetsFormulaUIPlugin } from "@univerjs/sheets-formula-ui";
import { UniverSheetsNumfmtPlugin } from "@univerjs/sheets-numfmt";
import { UniverSheetsNumfmtUIPlugin } from "@univerjs/sheets-numfmt-ui";
import { UniverSheetsTablePlugin } from "@univerjs/sheets-table";
import { UniverSheetsTableUIPlugin } from "@univerjs/sheets-table-ui";
import { UniverSheetsUIPlugin } from "@univerjs/sheets-ui";
import { defaultTheme } from "@univerjs/themes";
import { UniverUIPlugin } from "@univerjs/ui";
import { CalculationSchedule } from "./calculationSchedule";
import { searchOnce } from "./formulaSearch";
import { readIconsLate } from "./lateIcons";
import { paintWhatShows } from "./paintedMutations";
import { addCentsQuickly } from "./quickSums";
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-table/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";

export interface Assembly {
  readonly container: HTMLElement;
  readonly locale: "en" | "zh";
  readonly dark: boolean;
}

/** The grid's own timer is never made: our schedule stands in its place, for whoever asks for it. */
class ScheduledFormulaPlugin extends UniverSheetsFormulaPlugin {
  override onStarting(): void {
    super.onStarting();
    this._injector.replace([
      TriggerCalculationController,
      {
        useFactory: (commands: ICommandService, dirty: IActiveDirtyManagerService, formulas: FormulaDataModel) =>
          new CalculationSchedule(commands, dirty, formulas) as unknown as TriggerCalculationController,
        deps: [ICommandService, IActiveDirtyManagerService, FormulaDataModel],
      },
    ]);
  }
}

/** The grid put together by hand: the ready-made bundle brings packages without a licence. The order is the presets' own. */
export function assembleUniver({ container, locale, dark }: Assembly): Univer {
  readIconsLate();
  paintWhatShows();
  searchOnce();
  addCentsQuickly();
  const univer = new Univer({
    theme: defaultTheme,
    darkMode: dark,
    logLevel: LogLevel.ERROR,
    locale: locale === "zh" ? LocaleType.ZH_CN : LocaleType.EN_US,
    locales: {
      [LocaleType.EN_US]: merge({}, coreEn, tableEn, conditionalEn),
      [LocaleType.ZH_CN]: merge({}, coreZh, tableZh, conditionalZh),
    },
  });
  univer.registerPlugins([
    [UniverDocsPlugin],
    [UniverRenderEnginePlugin],
    [UniverUIPlugin, { container, header: true, toolbar: true, footer: true, ribbonType: "simple" }],
    [UniverDocsUIPlugin],
    [UniverFormulaEnginePlugin],
    [UniverSheetsPlugin],
    [UniverSheetsUIPlugin, { formulaBar: true }],
    [UniverSheetsNumfmtPlugin],
    [UniverSheetsNumfmtUIPlugin],
    [ScheduledFormulaPlugin, { initialFormulaComputing: CalculationMode.FORCED }], // an opened file's cached values are stale
    [UniverSheetsFormulaUIPlugin],
    [UniverSheetsTablePlugin],
    [UniverSheetsTableUIPlugin, { hideAnchor: true }], // its gap above the first row pushes frozen headings out of sight
    [UniverSheetsConditionalFormattingPlugin],
    [UniverSheetsConditionalFormattingUIPlugin],
  ]);
  return univer;
}
