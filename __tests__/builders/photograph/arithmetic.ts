/**
 * The arithmetic that is needed millions of times for one picture. Inside a test every `Math.…` is a slow look-up
 * through the test's own global object (thirty times the whole cost of a photograph), so it is done once, here.
 */
export const { abs, ceil, cos, exp, floor, hypot, imul, log, max, min, PI, round, sin, sqrt } = Math;
