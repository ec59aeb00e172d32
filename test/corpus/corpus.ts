import { byHand } from "./exports/byHand";
import { cloud } from "./exports/cloud";
import { dynamics } from "./exports/dynamics";
import { erpnext } from "./exports/erpnext";
import { k3 } from "./exports/k3";
import { nc } from "./exports/nc";
import { netsuite } from "./exports/netsuite";
import { odoo } from "./exports/odoo";
import { oracle } from "./exports/oracle";
import { quickbooks } from "./exports/quickbooks";
import { sage } from "./exports/sage";
import { sap } from "./exports/sap";
import { u8 } from "./exports/u8";
import { unreadable } from "./exports/unreadable";
import { xero } from "./exports/xero";
import type { Sheet } from "./sheet";

/** Every made export, in the order of the systems. The same sheets at every call. */
export function corpus(): Sheet[] {
  return [
    ...sap(), ...oracle(), ...netsuite(), ...quickbooks(), ...xero(), ...sage(), ...dynamics(), ...odoo(), ...erpnext(),
    ...u8(), ...nc(), ...k3(), ...cloud(), ...byHand(), ...unreadable(),
  ];
}
