/** Cookie that keeps 适老化 on (`elder=1`). The root layout reads it and puts `data-elder` on `<html>`, so that nothing jumps. */
export const ELDER_COOKIE = 'elder';

/** Cookie that keeps the staff menu folded (`staff-menu=1`). */
export const STAFF_MENU_COOKIE = 'staff-menu';
