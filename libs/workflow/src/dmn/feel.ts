import { evaluate, unaryTest } from 'feelin';

/** Values of a decision: FEEL's own, which are plain JSON but for dates and durations. */
export type FeelContext = Readonly<Record<string, unknown>>;

/** @throws Error when the text is no FEEL expression */
export const feelValue = (text: string, context: FeelContext): unknown => evaluate(text, context).value;
/** `?` stands for the value that is tested. @throws Error when the text is no FEEL test */
export const feelTest = (text: string, context: FeelContext): boolean => unaryTest(text, context).value === true;
