/** The sheet that shows the plan by level: made from the others, and never taken back. */
export const VIEW_SHEET = "plan by level (view)";
