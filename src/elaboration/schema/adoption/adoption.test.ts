import { describe, expect, test } from 'vitest';
import type { Jour } from '../../../moteurs/calendrier/index.ts';
import { codesDuRefus, unEvenement, uneCommune } from '../schema.exemples.ts';
import { annexerAvis } from './annexer-avis.ts';
import {
  deciderApprobation,
  deciderAvis,
  deciderCommunication,
  deciderEnvoi,
  deciderRapport,
  deciderSaisine,
  type EtatDuRegistre,
} from './decider.ts';
import { deciderAnnulation } from './decider-annulation.ts';
import { type EvenementDAdoption, evenementsVivants } from './evenements.ts';
import { dresserFrise } from './frise-des-avis.ts';
import { instruireAdoption } from './instruire-adoption.ts';
import { lireAvis } from './lire-avis.ts';
import { situerCommune, synthetiser } from './situation.ts';

const MARS = uneCommune();
const CHARLIEU = uneCommune({ siren: '214200529', codeInsee: '42052', nom: 'Charlieu' });
const RAPPORT = unEvenement();
const recevoir = (siren: string, le: Jour) =>
  unEvenement({ type: 'notification', le, collectivite: siren });
const deliberer = (siren: string, le: Jour, sens: 'favorable' | 'reserve' | 'defavorable') =>
  unEvenement({ type: 'deliberation', le, collectivite: siren, details: { sens } });
const registre = (
  evenements: readonly EvenementDAdoption[],
  aujourdhui: Jour,
  communes = [MARS],
): EtatDuRegistre => ({ communes, evenements, aujourdhui });
const saisir = (recueLe: Jour, aujourdhui: Jour, evenements = [RAPPORT]) =>
  deciderSaisine(registre(evenements, aujourdhui), MARS, { recueLe, preuve: 'remis' });

describe('la saisine fige l’échéance de la commune', () => {
  test.each([
    { recueLe: '2026-11-05', echeance: '2027-02-05' },
    { recueLe: '2026-11-29', echeance: '2027-02-28' },
    { recueLe: '2026-11-30', echeance: '2027-02-28' },
    { recueLe: '2027-01-31', echeance: '2027-04-30' },
    { recueLe: '2027-05-15', echeance: '2027-08-15' },
  ] as const)('reçu le $recueLe : jusqu’au $echeance inclus', ({ recueLe, echeance }) => {
    const decision = saisir(recueLe, '2027-06-01');
    expect(decision).toMatchObject({
      ok: true,
      valeur: { echeance, article: 'CGCT, art. L. 5211-39-1' },
    });
  });

  test('sans rapport, ou sans ses volets d’impact, elle est refusée avec l’article', () => {
    expect(codesDuRefus(saisir('2026-11-05', '2026-11-05', []))).toEqual(['SCH-03', 'SCH-04']);
    const nu = unEvenement({ details: { pieces: ['impact-effectifs'] } });
    const refus = saisir('2026-11-05', '2026-11-05', [nu]);
    expect(codesDuRefus(refus)).toEqual(['SCH-04']);
  });

  test('une date à venir, une date avant le rapport, une seconde saisine sont refusées', () => {
    expect(codesDuRefus(saisir('2026-11-06', '2026-11-05'))).toEqual(['date-a-venir']);
    expect(codesDuRefus(saisir('2026-10-14', '2026-11-05'))).toEqual(['recue-avant-le-rapport']);
    const deja = [RAPPORT, recevoir(MARS.siren, '2026-11-05')];
    expect(codesDuRefus(saisir('2026-11-06', '2026-11-07', deja))).toEqual(['deja-saisie']);
  });
});

describe('l’avis d’un conseil', () => {
  const saisie = [RAPPORT, recevoir(MARS.siren, '2026-11-05')];
  const rendre = (le: Jour, aujourdhui: Jour, sens: 'favorable' | 'reserve' = 'favorable') =>
    deciderAvis(registre(saisie, aujourdhui), MARS, { le, details: { sens, reserves: '' } });

  test('il ne précède pas la réception, ni n’est daté de demain', () => {
    expect(codesDuRefus(rendre('2026-11-04', '2026-12-01'))).toEqual(['avis-avant-saisine']);
    expect(codesDuRefus(rendre('2026-12-02', '2026-12-01'))).toEqual(['date-a-venir']);
    expect(rendre('2026-11-05', '2026-11-05').ok).toBe(true);
  });

  test('avec réserves, il les dit', () => {
    expect(codesDuRefus(rendre('2026-12-01', '2026-12-01', 'reserve'))).toEqual([
      'reserves-absentes',
    ]);
  });

  test('une commune qui n’a rien reçu n’a pas d’avis à rendre', () => {
    const avis = { le: '2026-12-01', details: { sens: 'favorable' } } as const;
    const refus = deciderAvis(registre([RAPPORT], '2026-12-01'), MARS, avis);
    expect(codesDuRefus(refus)).toEqual(['pas-encore-saisie']);
  });

  test('une réception antérieure au rapport se refuse en citant les deux dates', () => {
    const refus = saisir('2026-10-01', '2026-11-05');
    expect(refus.ok ? '' : refus.refus[0]?.message).toMatch(/1er octobre 2026.*daté du/);
  });

  test('un second avis demande d’annuler le premier', () => {
    const avec = [...saisie, deliberer(MARS.siren, '2026-12-01', 'favorable')];
    const avis = { le: '2026-12-10', details: { sens: 'defavorable' } } as const;
    expect(codesDuRefus(deciderAvis(registre(avec, '2026-12-10'), MARS, avis))).toEqual([
      'avis-deja-enregistre',
    ]);
  });

  test('rendu après le terme, il s’enregistre mais ne change pas l’avis tacite', () => {
    expect(rendre('2027-02-06', '2027-03-01').ok).toBe(true);
    const tardif = [...saisie, deliberer(MARS.siren, '2027-02-06', 'defavorable')];
    const [avis] = instruireAdoption([MARS], tardif, '2027-03-01').avis ?? [];
    expect(avis).toMatchObject({
      sens: 'favorable',
      tacite: true,
      le: '2027-02-06',
      tardive: { date: '2027-02-06', sens: 'defavorable' },
    });
  });

  test('sans date ni sens, le formulaire dit les deux', () => {
    const vide = { le: '', sens: '', numero: '', reserves: '' };
    expect(codesDuRefus(lireAvis(vide))).toEqual(['date-absente', 'sens-absent']);
  });
});

describe('l’approbation attend tous les avis', () => {
  const saisies = [
    RAPPORT,
    recevoir(MARS.siren, '2026-11-05'),
    recevoir(CHARLIEU.siren, '2026-11-30'),
  ];
  const approuver = (le: Jour, evenements: readonly EvenementDAdoption[] = saisies) =>
    deciderApprobation(registre(evenements, '2027-06-01', [MARS, CHARLIEU]), { le, details: {} });

  test.each([
    { le: '2027-02-28', cas: 'le dernier jour de la dernière commune', codes: ['SCH-06'] },
    { le: '2027-02-06', cas: 'une seule commune échue', codes: ['SCH-06'] },
  ] as const)('le $le ($cas) : refusée', ({ le, codes }) => {
    expect(codesDuRefus(approuver(le))).toEqual(codes);
  });

  test('le lendemain de la dernière échéance, elle est possible', () => {
    expect(approuver('2027-03-01').ok).toBe(true);
  });

  test('des avis exprès l’avancent, même défavorables : l’avis est simple', () => {
    const rendus = [
      ...saisies,
      deliberer(MARS.siren, '2026-12-10', 'defavorable'),
      deliberer(CHARLIEU.siren, '2026-12-12', 'defavorable'),
    ];
    expect(approuver('2026-12-12', rendus).ok).toBe(true);
  });

  test('une commune oubliée l’interdit, et le refus la nomme', () => {
    const refus = approuver('2027-05-01', saisies.slice(0, 2));
    expect(codesDuRefus(refus)).toEqual(['SCH-05', 'SCH-06']);
    expect(JSON.stringify(refus)).toContain('Charlieu');
  });

  test('une seconde approbation, un second rapport sont refusés', () => {
    const approuve = [...saisies, unEvenement({ type: 'approbation', le: '2027-03-01' })];
    expect(codesDuRefus(approuver('2027-03-02', approuve))).toEqual(['deja-approuve']);
    const rapport = { le: '2027-03-02', pieces: [], versionId: 'v' } as const;
    expect(codesDuRefus(deciderRapport(registre(saisies, '2027-03-02'), rapport))).toEqual([
      'rapport-deja-etabli',
    ]);
  });

  test('on n’adresse, on ne communique qu’un schéma approuvé', () => {
    const envoi = { le: '2027-03-02', preuve: '' } as const;
    const etat = registre(saisies, '2027-03-02', [MARS, CHARLIEU]);
    expect(codesDuRefus(deciderEnvoi(etat, MARS, envoi))).toEqual(['SCH-07']);
    const communication = { le: '2027-03-02', details: { annee: 2027 } } as const;
    expect(codesDuRefus(deciderCommunication(etat, communication))).toEqual(['SCH-07']);
  });

  test('le tableau annexé dit les avis tacites comme tels, à leur jour', () => {
    const sortie = instruireAdoption([MARS, CHARLIEU], saisies, '2027-03-01');
    expect(annexerAvis([MARS, CHARLIEU], saisies, sortie)).toEqual([
      { commune: 'Mars', sens: 'réputé favorable (silence)', le: '2027-02-06', reserves: '' },
      { commune: 'Charlieu', sens: 'réputé favorable (silence)', le: '2027-03-01', reserves: '' },
    ]);
  });
});

describe('le registre ne s’efface pas', () => {
  const notification = recevoir(MARS.siren, '2026-11-05');
  const avis = deliberer(MARS.siren, '2026-12-01', 'defavorable');
  const complet = [RAPPORT, notification, avis];
  const annuler = (id: string, motif = 'saisi par erreur') =>
    deciderAnnulation(registre(complet, '2026-12-10'), id, motif);

  test('l’avis annulé n’est plus vivant, et la commune est de nouveau attendue', () => {
    const decision = annuler(avis.id);
    if (!decision.ok) throw new Error('refus inattendu');
    const annulation = unEvenement({ ...decision.valeur, id: 'annulation' });
    const apres = [...complet, annulation];
    expect(evenementsVivants(apres)).toEqual([RAPPORT, notification]);
    expect(instruireAdoption([MARS], apres, '2026-12-10').avis?.[0]?.sens).toBe('en-attente');
  });

  test('on remonte le fil : l’avis avant la saisine, la saisine avant le rapport', () => {
    expect(codesDuRefus(annuler(notification.id))).toEqual(['suite-a-annuler']);
    expect(codesDuRefus(annuler(RAPPORT.id))).toEqual(['suite-a-annuler']);
  });

  test('sans motif, ou sur un événement inconnu, rien ne s’annule', () => {
    expect(codesDuRefus(annuler(avis.id, '   '))).toEqual(['motif-absent']);
    expect(codesDuRefus(annuler('inconnu'))).toEqual(['evenement-inconnu']);
  });
});

describe('où en est chaque commune', () => {
  const evenements = [RAPPORT, recevoir(MARS.siren, '2026-11-05')];
  const saisines = [
    {
      collectivite: MARS.siren,
      evenementId: evenements[1]?.id ?? '',
      recueLe: '2026-11-05',
      echeance: '2027-02-05',
      taciteLe: '2027-02-06',
      article: 'CGCT, art. L. 5211-39-1',
    },
  ] as const;
  const situer = (le: Jour) =>
    [MARS, CHARLIEU].map((commune) =>
      situerCommune(
        commune,
        {
          evenements,
          saisines,
          sortie: instruireAdoption([MARS, CHARLIEU], evenements, le),
        },
        le,
      ),
    );

  test.each([
    { le: '2027-01-20', statut: 'en-attente', jours: 16 },
    { le: '2027-01-21', statut: 'bientot', jours: 15 },
    { le: '2027-02-05', statut: 'bientot', jours: 0 },
    { le: '2027-02-06', statut: 'tacite', jours: null },
  ] as const)('le $le, Mars est « $statut »', ({ le, statut, jours }) => {
    expect(situer(le)[0]).toMatchObject({ statut, joursRestants: jours });
  });

  test('le dernier jour se dit, le silence aussi', () => {
    expect(situer('2027-02-05')[0]?.phrase).toBe('dernier jour pour se prononcer');
    expect(situer('2027-02-06')[0]?.phrase).toBe('réputé favorable le 6 février 2027');
  });

  test('la synthèse compte les avis et donne la prochaine échéance', () => {
    const synthese = synthetiser(situer('2027-01-20'));
    expect(synthese.phrase).toBe('1 attendu, 1 conseil à saisir');
    expect(synthese.prochaine).toEqual({ le: '2027-02-05', jours: 16, communes: 1 });
    expect(synthetiser(situer('2027-02-06')).prochaine).toBeNull();
  });

  test('la frise a une piste par commune saisie, et couvre jusqu’à la dernière échéance', () => {
    const acte = { cle: 'r', libelle: 'Rapport', le: '2026-10-15' } as const;
    const frise = dresserFrise(situer('2027-02-06'), [acte], '2027-02-06');
    expect(frise.pistes.map(({ titre }) => titre)).toEqual(['Intercommunalité', 'Mars']);
    expect(frise.debut <= '2026-10-15' && frise.fin >= '2027-02-06').toBe(true);
    expect(frise.pistes[1]?.evenements.map(({ statut }) => statut)).toEqual([
      'délai ouvert',
      'réputé favorable',
    ]);
  });
});
