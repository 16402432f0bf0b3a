export { type FiltreDuJournal, lireFiltresDuJournal, lireJournal } from './journal.sql.server.ts';
