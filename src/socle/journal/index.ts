export { type Changement, type EcritureDuJournal, listerChangements } from './journal.ts';
