/** Texte du modèle, dans la notation des modèles. */
export const TEXTE_SCHEMA_MUTUALISATION = `
:: sommaire
:: page

#- Éditorial
{{editorial}}

_{{president.nom}}, {{president.fonction}}_

# Cadre et objet
{{cadre}}

:: encadre droit | Ce que dit le code
Dans l'année qui suit le renouvellement général des conseils municipaux, le président peut établir un rapport relatif aux mutualisations de services, qui comporte un projet de schéma à mettre en œuvre pendant le mandat. Ce projet prévoit notamment l'impact sur les effectifs et sur les dépenses de fonctionnement. Il est transmis pour avis à chaque conseil municipal, qui dispose de trois mois ; sans délibération dans ce délai, l'avis est réputé favorable (CGCT, art. L. 5211-39-1).

Le schéma programme : il ne crée ni service commun ni transfert. Chaque action appelle son acte propre.
:: fin

# Territoire
{{epci.nom}} réunit {{nombre(territoire.communes)}} communes et {{somme(territoire.communes.population)}} habitants.

:: si renseigne(territoire.carte)
:: figure territoire.carte | Carte des communes de {{epci.nom}} | Les communes membres
:: fin

:: tableau Communes membres et population municipale ({{territoire.millesime}})
entetes | Commune | Code INSEE | Population >
:: pour c dans territoire.communes
ligne | {{c.nom}} | {{c.code_insee}} | {{c.population}}
:: fin
total | Total | | {{somme(territoire.communes.population)}}
:: fin

# Méthode et concertation
:: tableau Étapes de la concertation
entetes | Instance ou étape | Dates | Participants
:: pour c dans concertation
ligne | {{c.etape}} | {{c.quand}} | {{c.participants}}
:: fin
:: fin

# État des lieux
## Effectifs
{{lecture_effectifs}}

:: tableau Effectifs par collectivité
entetes | Collectivité | Agents > | ETP > | 55 ans et plus >
:: pour e dans effectifs
ligne | {{e.collectivite}} | {{e.agents}} | {{e.etp|deux-decimales}} | {{e.part_55}}
:: fin
total | Total | {{somme(effectifs.agents)}} | {{somme(effectifs.etp)|deux-decimales}} |
:: fin

:: si renseigne(pyramide)
:: figure pyramide | {{pyramide_lecture}} | Pyramide des âges des agents
:: fin

## Services : activité et coûts
:: tableau Activité et coût par service
entetes | Service | Activité | ETP > | Coût annuel >
:: pour s dans services
ligne | {{s.service}} | {{s.activite}} | {{s.etp|deux-decimales}} | {{s.cout}}
:: fin
total | Total | | {{somme(services.etp)|deux-decimales}} | {{somme(services.cout)}}
:: fin

## Moyens matériels
{{materiels}}

## Mutualisations existantes
:: tableau Mutualisations déjà en place
entetes | Objet | Forme | Membres | Bilan
:: pour m dans existant
ligne | {{m.objet}} | {{m.forme|capitale}} | {{m.membres}} | {{m.bilan}}
:: fin
:: fin

# Attentes et orientations
{{attentes}}

Les élus ont retenu les principes suivants :
:: pour p dans charte
- {{p}} ;
:: fin

# Périmètres retenus
:: tableau Décisions prises, champ par champ
entetes | Champ | Forme | Communes > | Décision | Motif
:: pour p dans perimetres
ligne | {{p.champ}} | {{p.forme|capitale}} | {{p.communes}} | {{p.decision|capitale}} | {{p.motif}}
:: fin
:: fin

# Fiches techniques
:: pour fiche dans fiches
:: si rang > 1
:: page
:: fin
## {{fiche.champ}}
:: inclure fiche-technique avec fiche
:: fin

:: si renseigne(organigramme)
# Organigramme cible
:: figure organigramme | {{organigramme_lecture}} | Organigramme cible
:: fin

# Impact prévisionnel
:: encadre droit | Contenu exigé par le code
Le projet de schéma prévoit l'impact de la mutualisation sur les effectifs et sur les dépenses de fonctionnement de l'intercommunalité et des communes concernées (CGCT, art. L. 5211-39-1).
:: fin

## Impact sur les effectifs
:: tableau Effectifs, en équivalents temps plein, par collectivité
entetes | Collectivité | Avant > | Transferts > | Créations > | Suppressions > | Après >
:: pour i dans impact_effectifs
ligne | {{i.collectivite}} | {{i.etp_avant|deux-decimales}} | {{i.transferts|ecart}} | {{i.creations|deux-decimales}} | {{i.suppressions|deux-decimales}} | {{i.etp_apres|deux-decimales}}
:: fin
total | Total | {{somme(impact_effectifs.etp_avant)|deux-decimales}} | {{somme(impact_effectifs.transferts)|ecart}} | {{somme(impact_effectifs.creations)|deux-decimales}} | {{somme(impact_effectifs.suppressions)|deux-decimales}} | {{somme(impact_effectifs.etp_apres)|deux-decimales}}
:: fin

## Impact sur les dépenses de fonctionnement
:: tableau Dépenses annuelles de fonctionnement, par collectivité
entetes | Collectivité | Avant > | Après > | Écart > | Attribution de compensation >
:: pour i dans impact_depenses
ligne | {{i.collectivite}} | {{i.avant}} | {{i.apres}} | {{i.apres - i.avant|ecart}} | {{i.attribution|ecart}}
:: fin
total | Total | {{somme(impact_depenses.avant)}} | {{somme(impact_depenses.apres)}} | {{somme(impact_depenses.apres) - somme(impact_depenses.avant)|ecart}} | {{somme(impact_depenses.attribution)|ecart}}
:: fin

## Hypothèses
{{hypotheses_impact}}

# Calendrier
:: tableau Étapes du schéma
entetes | Étape | Échéance | Responsable
:: pour e dans calendrier
ligne | {{e.etape}} | {{e.echeance}} | {{e.responsable}}
:: fin
:: fin

# Gouvernance et suivi
{{suivi}}

Chaque année, lors du débat d'orientation budgétaire ou, à défaut, du vote du budget, le président communique l'avancement du schéma à l'organe délibérant (CGCT, art. L. 5211-39-1).

:: annexe annexe-avis | Avis des communes
:: tableau Avis rendus par les conseils municipaux
entetes | Commune | Avis | Date | Réserves
:: pour a dans avis
ligne | {{a.commune}} | {{a.sens|capitale}} | {{a.le}} | {{si(renseigne(a.reserves), a.reserves, "aucune")}}
:: fin
:: fin
:: fin

:: annexe annexe-glossaire | Glossaire
:: pour g dans glossaire
- **{{g.terme}}** : {{g.definition}}
:: fin
:: fin
`;
