import { NumberValueObject } from "@univerjs/engine-formula";
import { sumOfCents } from "./sumOfCents";

type Sum = (this: NumberValueObject, value: string | number | boolean) => unknown;

const numbers = NumberValueObject.prototype as unknown as { plusBy: Sum };
const plusDecimal = numbers.plusBy;

/**
 * The library adds numbers with a fraction as decimals, three objects of a decimal library for each: a sum of 100,000
 * amounts took 0.2 s. Numbers of whole cents are added as integers here, which comes to the same double.
 */
export function addCentsQuickly(): void {
  numbers.plusBy = function (value): unknown {
    const sum = typeof value === "number" ? sumOfCents(this.getValue(), value) : undefined;
    return sum === undefined ? plusDecimal.call(this, value) : NumberValueObject.create(sum);
  };
}
