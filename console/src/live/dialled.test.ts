import { expect, it } from "vitest";
import { dialled } from "./dialled";

it.each([
  ["93 769 02 01", "937690201"],
  ["+34 937 690 201", "+34937690201"],
  ["+33 (0)1 23 45 67 89", "+33123456789"],
  ["93 581 22 33 /ext. 4412", "935812233"],
  ["935812233 int. 4", "935812233"],
  ["UCI 4412", "4412"],
  ["ext. 4412", "4412"],
  ["", ""],
])("dials %s as %s", (text, number) => {
  expect(dialled(text)).toBe(number);
});
