import { addressOf, rectFrom } from "../ranges";
import { defineType } from "../registry";

const path = (sheet: string): string => `worksheet/${sheet}/pageLayout`;

/** Orientation, zoom, margins and headers are stored as they come: the workbench prints nothing. */
defineType("PageLayout", {
  bag: path,
  methods: {
    SetPrintArea: (sheet, args, context) => context.bag.set(path(sheet), "printArea", addressOf(context, rectFrom(context, args[0], sheet))),
  },
});
