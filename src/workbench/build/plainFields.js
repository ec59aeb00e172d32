/**
 * A loader for the grid's library. It was published with each field of a class written as a call,
 * `_defineProperty(this, "_value", 0)`, and the one function behind all of them sees every class there is, so that no
 * engine can tell what it stores. A formula over 100,000 rows makes an object of three such fields for each cell. Here the
 * call becomes what it does, in its place: an assignment, unless something of that name is inherited.
 */
const FIELD = /^(\s*)_defineProperty\(this, "([A-Za-z_$][\w$]*)", (.+)\);$/gm;

/** @param {string} source */
module.exports = function plainFields(source) {
  return source.replace(FIELD, (call, indent, name, value) => `${indent}if ("${name}" in this) ${call.trim()} else this.${name} = ${value};`);
};
