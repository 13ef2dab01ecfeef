import { doubtBelow } from '../../src-preload/types.ts'

export const isDoubtful = (confidence: number) => confidence < doubtBelow
/** Never `100 %` for anything less. */
export const percent = (confidence: number) => `${confidence >= 1 ? 100 : Math.min(99, Math.round(confidence * 100))} %`
/** 1 to 5. */
export const confidenceSteps = (confidence: number) => Math.min(5, Math.max(1, Math.ceil(confidence * 5 - 0.25)))
