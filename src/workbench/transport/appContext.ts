import type { BookStore } from "../model/bookStore";
import type { DocumentInfo } from "../richapi/context";

/** Requirement sets by name; versions are texts, because 1.10 is more than 1.9. */
export type RequirementSets = Readonly<Record<string, string>>;

/**
 * What the workbench says it supports: the answers of `isSetSupported`, by which an add-in and the client choose their ways.
 * (The web client does not refuse members above the set; only what asks is told.) The last four are the client's own switches:
 * array results of functions and their feature list, the action runtime, the pane's state, ribbon updates.
 */
export const DEFAULT_REQUIREMENTS: RequirementSets = {
  ExcelApi: "1.16",
  CustomFunctionsRuntime: "1.4",
  SharedRuntime: "1.1",
  RibbonApi: "1.1",
  OpenBrowserWindowApi: "1.1",
  AddinCommands: "1.1",
  CustomXmlParts: "1.1",
  Settings: "1.1",
  CustomFunctions: "1.9",
  RichApiRuntime: "1.2",
  SharedRuntimeInternal: "1.2",
  DynamicRibbon: "1.1",
};

export interface AppContextOptions {
  readonly instance: string;
  readonly document: DocumentInfo;
  readonly store: BookStore;
  readonly requirementSets: RequirementSets;
  readonly addinName: string;
}

const EXCEL_ON_THE_WEB = 16;
const TASK_PANE = 1;

/** The answer to `ContextActivationManager_getAppContextAsync`; the client throws when one of the first nine is missing. */
export function appContext({ instance, document, store, requirementSets, addinName }: AppContextOptions): object {
  return {
    _id: instance,
    _appName: EXCEL_ON_THE_WEB,
    _appVersion: "16.00",
    _appUILocale: document.locale,
    _dataLocale: document.locale,
    _docUrl: document.url,
    _clientMode: 0, // read and write
    _settings: [...store.documentSettings],
    _reason: "documentOpened",
    _appInstanceId: instance,
    _appMinorVersion: 1,
    _osfControlType: TASK_PANE,
    _eToken: "",
    _correlationId: instance,
    _requirementMatrix: JSON.stringify(requirementSets),
    _hostFullVersion: "16.0.0.0",
    _initialDisplayMode: 2,
    _addinName: addinName,
    _appDomains: [],
    _featureGates: {},
    _wacHostEnvironment: "0",
  };
}
