export { default } from '../forbidden';
