// How much of its long lists a dashboard holds. How many there are in all is told beside each.

/** Of what can be worked on, and of what waits: more than anybody looks through, and enough for a filter to leave some. */
export const mostNext = 250;
/** Of commits and changes of the plan, the newest. */
export const mostActivity = 50;
/** Of TODOs in the code. */
export const mostTodos = 200;
/** Of each kind in the side bar: as many as a glance takes in. */
export const mostInSideBar = 5;
/** Of problems, the worst. */
export const mostProblems = 100;
