import { defineType } from "../registry";

/** Stored as it comes, handed back as it was; nothing is drawn from it. */
defineType("Bag", { bag: (path) => path, clientClass: "" });
