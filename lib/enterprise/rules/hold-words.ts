/** What an enterprise reads of a hold on its money: what staff wrote there is for staff. */
export const UNDER_CHECK = '有关情况正在核实';
