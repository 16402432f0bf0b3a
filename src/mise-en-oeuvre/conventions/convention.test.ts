import { describe, expect, test } from 'vitest';
import { controlerRegles } from './controle-financier.ts';
import { presenterControle } from './controler.ts';
import { conventionsEnVigueur, estEnVigueur, versionSignee } from './convention.ts';
import {
  CHARLIEU,
  EPCI,
  jusquA,
  MARS,
  TERRITOIRE,
  unContenu,
  uneConvention,
  unFait,
} from './conventions.exemples.ts';
import { GESTES } from './cycle-de-vie.ts';
import { dresserFrise } from './frise.ts';
import { deciderAnnulation, deciderFait, deciderFaits, instruireConvention } from './instruire.ts';
import { clausesPresentes } from './service-commun/acte.ts';
import { champsChanges, champsManquants, EDITION, estScelle } from './service-commun/edition.ts';

const CONTEXTE = { territoire: TERRITOIRE, aujourdhui: '2026-11-24' } as const;

const instruite = (
  convention = uneConvention(),
  le: `${number}-${number}-${number}` = '2026-11-24',
) => {
  const sortie = instruireConvention(convention, TERRITOIRE, le);
  if (!sortie.ok) throw new Error(JSON.stringify(sortie.refus));
  return sortie.valeur;
};

describe('le cycle de vie d’une convention suit le droit', () => {
  test('aucun comité n’est saisi avant la fiche d’impact figée', () => {
    const refuse = deciderFait(
      uneConvention(),
      { type: 'avis-cst', le: '2024-09-10', siren: MARS, donnees: { sens: 'favorable' } },
      CONTEXTE,
    );
    expect(refuse.ok).toBe(false);
    if (refuse.ok) return;
    expect(refuse.refus.map(({ code }) => code)).toContain('SC-05');
    expect(refuse.refus[0]?.article).toContain('L. 5211-4-2');
  });

  test('une délibération prise avant l’avis de tous les comités est refusée', () => {
    const refuse = deciderFait(
      uneConvention({ evenements: jusquA('fiche') }),
      { type: 'deliberation', le: '2024-10-15', siren: MARS, donnees: { sens: 'favorable' } },
      CONTEXTE,
    );
    expect(refuse.ok ? [] : refuse.refus.map(({ message }) => message).join(' ')).toContain('Mars');
  });

  test('une délibération datée d’avant l’avis du comité est refusée, même saisie après', () => {
    const refuse = deciderFait(
      uneConvention({ evenements: jusquA('avis') }),
      { type: 'deliberation', le: '2024-09-01', siren: MARS, donnees: { sens: 'favorable' } },
      CONTEXTE,
    );
    expect(refuse.ok).toBe(false);
  });

  test('personne ne signe tant qu’un conseil a voté une autre version', () => {
    const faits = [
      ...jusquA('avis'),
      ...[EPCI, CHARLIEU].map((siren) =>
        unFait('deliberation', '2024-10-15', { siren, version: 2, donnees: { sens: 'favorable' } }),
      ),
      unFait('deliberation', '2024-10-15', { siren: MARS, donnees: { sens: 'favorable' } }),
    ];
    const deux = uneConvention({
      evenements: faits,
      versions: [
        ...uneConvention().versions,
        {
          numero: 2,
          contenu: unContenu(),
          motif: 'amendement',
          empreinte: null,
          figeeLe: null,
          revision: 1,
        },
      ],
    });
    const refuse = deciderFait(
      deux,
      { type: 'signature', le: '2024-11-20', siren: EPCI, donnees: {} },
      CONTEXTE,
    );
    expect(refuse.ok ? '' : refuse.refus.map(({ message }) => message).join(' ')).toMatch(
      /autre version.*Mars/,
    );
  });

  test('les signatures de toutes les parties s’enregistrent ensemble, dans l’ordre du droit', () => {
    const decides = deciderFaits(
      uneConvention({ evenements: jusquA('deliberations') }),
      [EPCI, CHARLIEU, MARS].map((siren) => ({
        type: 'signature',
        le: '2024-11-20' as const,
        siren,
        donnees: {},
      })),
      CONTEXTE,
    );
    expect(decides.ok && decides.valeur.map(({ version }) => version)).toEqual([1, 1, 1]);
  });

  test('une partie ne signe pas deux fois', () => {
    const refuse = deciderFait(
      uneConvention({ evenements: jusquA('signatures') }),
      { type: 'signature', le: '2024-11-21', siren: MARS, donnees: {} },
      CONTEXTE,
    );
    expect(refuse.ok ? '' : refuse.refus[0]?.code).toBe('deja-signee');
  });

  test('un fait à venir ne s’enregistre pas', () => {
    const refuse = deciderFait(
      uneConvention(),
      { type: 'fiche-impact', le: '2027-01-01', siren: null, donnees: { rubriques: [] } },
      CONTEXTE,
    );
    expect(refuse.ok ? '' : refuse.refus[0]?.code).toBe('date-future');
  });

  test('la fiche d’impact ne s’annule pas tant que des avis reposent sur elle', () => {
    const evenements = jusquA('avis');
    const fiche = evenements.find(({ type }) => type === 'fiche-impact');
    const refuse = deciderAnnulation(uneConvention({ evenements }), fiche?.id ?? '', CONTEXTE);
    expect(refuse.ok ? '' : refuse.refus[0]?.code).toBe('fait-suppose');
  });

  test('un avis saisi par erreur s’annule tant que rien n’en dépend', () => {
    const evenements = jusquA('avis');
    const avis = evenements.at(-1);
    const annulation = deciderAnnulation(uneConvention({ evenements }), avis?.id ?? '', CONTEXTE);
    expect(annulation.ok && annulation.valeur.annule).toBe(avis?.id);
  });
});

describe('la convention dit à tout moment où elle en est', () => {
  test('toutes formalités accomplies, elle est en service', () => {
    expect(instruite(uneConvention({ evenements: jusquA('effet') })).etat).toBe('en-service');
  });

  test('chaque manque dit l’article, qui peut agir et où le réparer', () => {
    const convention = uneConvention();
    const { prochain, passages } = presenterControle(
      convention,
      instruite(convention),
      '2026-11-24',
    );
    expect(prochain?.geste).toBe('figer-fiche');
    const avis = passages.find(({ geste }) => geste === 'recueillir-avis');
    expect(avis?.possible).toBe(false);
    expect(
      avis?.manques.every(({ quiPeutAgir, article }) => quiPeutAgir !== '' && article !== null),
    ).toBe(true);
    expect(avis?.manques.some(({ remede }) => remede.ou === 'fiche-impact')).toBe(true);
  });

  test('la mission sans autorité fonctionnelle mène à la section qui la nomme', () => {
    const contenu = unContenu({
      missions: [
        {
          intitule: 'Instruire',
          autorite: null,
          competenceTransferee: false,
          centreDeGestion: false,
        },
      ],
    });
    const [version] = uneConvention().versions;
    const convention = uneConvention({
      evenements: jusquA('avis'),
      versions: [{ ...version, contenu }],
    });
    const { passages } = presenterControle(convention, instruite(convention), '2026-11-24');
    const manque = passages
      .find(({ geste }) => geste === 'deliberer')
      ?.manques.find(({ code }) => code === 'SC-10');
    expect(manque?.remede).toMatchObject({ ou: 'redaction', section: 'service' });
  });

  test('un conseil manquant mène au formulaire des délibérations', () => {
    const convention = uneConvention({ evenements: jusquA('avis') });
    const { passages } = presenterControle(convention, instruite(convention), '2026-11-24');
    const manque = passages
      .find(({ geste }) => geste === 'signer')
      ?.manques.find(({ code }) => code === 'SC-12');
    expect(manque?.remede).toMatchObject({ ou: 'geste', geste: 'deliberer' });
    expect(manque?.message).toContain('Mars');
  });

  test('la frise montre chaque formalité, et combien de parties l’ont accomplie', () => {
    const frise = dresserFrise(uneConvention({ evenements: jusquA('signatures') }), '2026-11-24');
    expect(frise.pistes.map(({ cle }) => cle)).toEqual([
      'fiche-impact',
      'avis-cst',
      'deliberation',
      'signature',
    ]);
    expect(frise.pistes[3]?.evenements[0]?.libelle).toBe('3 sur 3 parties');
  });

  test('en vigueur du jour d’effet au terme ; un avenant en vigueur remplace ce qu’il modifie', () => {
    const premiere = uneConvention({ id: 'a', evenements: jusquA('effet') });
    const avenant = uneConvention({
      id: 'b',
      modifieId: 'a',
      evenements: [unFait('effet', '2026-01-01')],
    });
    expect(estEnVigueur(premiere, '2024-12-31')).toBe(false);
    expect(conventionsEnVigueur([premiere, avenant], '2025-06-30').map(({ id }) => id)).toEqual([
      'a',
    ]);
    expect(conventionsEnVigueur([premiere, avenant], '2026-06-30').map(({ id }) => id)).toEqual([
      'b',
    ]);
  });

  test('la version signée n’existe que si toutes les parties ont signé', () => {
    expect(versionSignee(uneConvention({ evenements: jusquA('deliberations') }))).toBeNull();
    expect(versionSignee(uneConvention({ evenements: jusquA('signatures') }))?.numero).toBe(1);
  });
});

describe('ce qui est figé ne bouge plus', () => {
  test('chaque champ a sa règle d’édition', () => {
    for (const champ of Object.keys(unContenu())) expect(EDITION).toHaveProperty(champ);
  });

  test('figée, la convention ne change plus ; la personne à joindre, si', () => {
    expect(estScelle('finances', 'brouillon')).toBe(false);
    expect(estScelle('finances', 'figee')).toBe(true);
    expect(estScelle('representants', 'figee')).toBe(false);
    expect(estScelle('representants', 'signee')).toBe(true);
    expect(estScelle('correspondant', 'signee')).toBe(false);
  });

  test('un contenu complet ne manque de rien ; un vide se nomme', () => {
    expect(champsManquants(unContenu(), 'figee')).toEqual([]);
    expect(champsManquants(unContenu({ horaires: ' ' }), 'figee').map(({ nom }) => nom)).toEqual([
      'Les horaires',
    ]);
  });

  test('entre deux rédactions, les champs changés se nomment', () => {
    expect(champsChanges(unContenu(), unContenu({ lieu: 'Belmont' }))).toEqual(['lieu']);
  });

  test('les clauses de fin écrites sont connues de la procédure', () => {
    expect(clausesPresentes(unContenu())).toEqual(
      expect.arrayContaining(['duree', 'preavis', 'agents', 'biens', 'contrats', 'couts']),
    );
    expect(clausesPresentes(unContenu({ preavisMois: null }))).not.toContain('preavis');
  });

  test('chaque geste enregistre un fait d’un type différent', () => {
    const types = Object.values(GESTES).map(({ evenement }) => evenement);
    expect(new Set(types).size).toBe(types.length);
  });
});

describe('la clé écrite doit pouvoir s’appliquer', () => {
  const regles = unContenu().finances;
  test('une clé juste n’appelle aucun refus', () => {
    expect(controlerRegles(regles)).toEqual([]);
  });
  test('des pondérations qui font 99 % sont refusées', () => {
    const cle = {
      mode: 'mixte',
      methode: 'taux-composite',
      composantes: [
        { critere: 'population', ponderation: '0.5' },
        { critere: 'equivalents-actes', ponderation: '0.49' },
      ],
    } as const;
    expect(controlerRegles({ ...regles, cle }).map(({ code }) => code)).toEqual([
      'ponderations-incompletes',
    ]);
  });
  test('une clé d’actes sans barème est refusée', () => {
    expect(controlerRegles({ ...regles, bareme: [] }).map(({ code }) => code)).toEqual([
      'bareme-absent',
    ]);
  });
  test('une quote-part au-delà de 100 % est refusée', () => {
    expect(controlerRegles({ ...regles, quotePartEpci: '1.2' }).map(({ code }) => code)).toEqual([
      'quote-part',
    ]);
  });
});
