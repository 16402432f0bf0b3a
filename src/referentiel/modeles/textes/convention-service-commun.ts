/** Texte du modèle, dans la notation des modèles (voir `src/moteurs/document/notation.ts`). */
export const TEXTE_CONVENTION_SERVICE_COMMUN = `
:: sommaire
:: page

#- Parties et visas

Entre les soussignés :

:: pour partie dans parties
- **{{partie.nom}}** ({{partie.qualite}}), SIREN {{partie.siren}}, {{partie.adresse}}, représentée par {{partie.representant.civilite}} {{partie.representant.prenom}} {{partie.representant.nom}}, {{partie.representant.fonction}}{{si_renseigne(partie.deliberation.numero, ", en vertu de la délibération n° ")}}{{si_renseigne(partie.deliberation.date, " du ")}} ;
:: fin

> Vu le code général des collectivités territoriales, notamment son article L. 5211-4-2 ;
> Vu le code général de la fonction publique, notamment son article R. 253-7 ;
:: si epci.regime_fiscal = "FPU" et finances.imputation_ac
> Vu le code général des impôts, notamment son article 1609 nonies C ;
:: fin
> Vu les statuts de {{epci.nom}} ;
:: si renseigne(schema)
> Vu le schéma de mutualisation des services, approuvé par {{schema}} ;
:: fin
> Vu la fiche d'impact, version {{fiche_impact.version}}, figée le {{fiche_impact.date}} ;
:: pour partie dans parties
:: si renseigne(partie.cst.date)
> Vu l'avis{{si_renseigne(partie.cst.avis, " ")}} du comité social territorial compétent ({{partie.nom}}), rendu le {{partie.cst.date}} ;
:: fin
:: si renseigne(partie.deliberation.date)
> Vu la délibération n° {{partie.deliberation.numero}} du {{partie.deliberation.date}} ({{partie.nom}}) ;
:: fin
:: fin

Il a été convenu ce qui suit.

#- Préambule

{{contexte}}

Les parties poursuivent ensemble les objectifs suivants :

:: pour objectif dans objectifs
- {{objectif}}
:: fin

Elles retiennent trois principes : le volontariat des membres, l'équité entre eux, la transparence des coûts.

:: clause objet | Objet | SC-02 | CGCT, art. L. 5211-4-2, I | 2026-1
Les parties créent, en dehors des compétences transférées, un service commun « {{service.nom}} », dont elles organisent le fonctionnement et les effets.

La création du service commun n'emporte aucun transfert de compétence.
:: fin

:: clause missions | Missions et limites | SC-02, SC-03, SC-16 | CGCT, art. L. 5211-4-2, I | 2026-1
## Missions exercées
Le service exerce les missions suivantes :
:: pour mission dans service.missions
- {{mission.intitule}} ;
:: fin

## Ce que le service ne fait pas
:: pour exclusion dans service.exclusions
- {{exclusion}} ;
:: fin
Pour les collectivités qui lui sont obligatoirement affiliées, les missions obligatoires du centre de gestion restent à ce dernier.

## Actes que le maire conserve
Le service prépare et instruit ; le maire reste l'auteur et le signataire des décisions prises au nom de sa commune ou de l'État. Il conserve notamment :
:: pour acte dans service.actes_reserves
- {{acte}} ;
:: fin

:: si renseigne(service.taches)
## Partage des tâches
:: tableau Qui fait quoi, tâche par tâche
entetes | Tâche | Commune | Service commun
:: pour t dans service.taches
ligne | {{t.tache}} | {{t.commune}} | {{t.service}}
:: fin
:: fin
:: fin
:: fin

:: clause gestionnaire | Gestionnaire | SC-04 | CGCT, art. L. 5211-4-2, I | 2026-1
:: si gestionnaire.type = "commune"
Par dérogation, le service est géré par {{gestionnaire.nom}}, commune choisie par l'organe délibérant de {{epci.nom}} ({{gestionnaire.deliberation}}).
:: sinon
Le service est géré par {{gestionnaire.nom}}.
:: fin
Le gestionnaire recrute, organise et administre le service. Il est implanté : {{service.lieu}}. Horaires : {{service.horaires}}.
:: fin

:: clause membres | Membres et adhésions ultérieures | SC-01, SC-12 | CGCT, art. L. 5211-4-2, I | 2026-1
Les membres fondateurs sont : {{joindre(parties.nom, ", ", " et ")}}.

Une commune membre de {{epci.nom}}, ou un établissement public qui lui est rattaché, peut demander son adhésion {{adhesion.preavis_mois}} mois avant le {{adhesion.date}}, jour d'effet des adhésions. La demande donne lieu à une étude de charge et de coût, à l'avis des comités sociaux territoriaux, à une délibération de chaque partie et à un avenant.
:: fin

:: clause agents | Situation des agents | SC-07, SC-08, SC-09 | CGCT, art. L. 5211-4-2, II | 2026-1
## Agents transférés
Les fonctionnaires et agents contractuels qui remplissent en totalité leurs fonctions dans le service sont transférés de plein droit à {{gestionnaire.nom}}. Leur nombre est de **{{agents.transferes_nb}}** {{pluriel(agents.transferes_nb, "agent", "agents")}}, soit {{agents.transferes_etp}}.

## Agents mis à disposition
Ceux qui n'y remplissent qu'une partie de leurs fonctions sont mis à disposition de plein droit, à titre individuel et sans limitation de durée, de {{gestionnaire.nom}}, pour le temps de travail consacré au service. Leur nombre est de **{{agents.mad_nb}}** {{pluriel(agents.mad_nb, "agent", "agents")}}, soit {{agents.mad_etp}}.

## Droits conservés
Les agents transférés conservent, s'ils y ont intérêt, le bénéfice du régime indemnitaire qui leur était applicable et, à titre individuel, les avantages collectivement acquis. Leurs jours de compte épargne-temps les suivent ; une convention financière entre employeurs peut en prévoir la compensation.

Les effets sur l'organisation, les conditions de travail, la rémunération et les droits acquis sont décrits par la fiche d'impact ({{ref.annexe-impact}}). Les postes figurent, sans nom, à l'{{ref.annexe-postes}}.
:: fin

:: clause autorite | Autorité fonctionnelle et autorité hiérarchique | SC-10 | CGCT, art. L. 5211-4-2, III | 2026-1
En fonction de la mission réalisée, le personnel du service est placé sous l'autorité fonctionnelle du maire ou sous celle du président.

:: tableau Autorité fonctionnelle par mission
entetes | Mission | Autorité fonctionnelle
:: pour mission dans service.missions
ligne | {{mission.intitule}} | {{mission.autorite|capitale}}
:: fin
:: fin

L'autorité hiérarchique appartient au gestionnaire : évaluation, congés, temps de travail, formation, discipline. L'autorité fonctionnelle donne les instructions de travail et contribue à l'évaluation. Pour un agent mis à disposition, l'employeur d'origine garde le pouvoir disciplinaire, au besoin sur saisine du gestionnaire.
:: fin

:: clause delegation | Délégation de signature | SC-11 | CGCT, art. L. 5211-4-2, III | 2026-1
:: si delegation_signature
Sous leur surveillance et leur responsabilité, le maire et le président peuvent, par arrêté, déléguer leur signature au chef du service commun pour l'exécution des missions qui lui sont confiées. Cette délégation ne peut être consentie, sur ce fondement, à aucun autre agent.
:: sinon
Aucune délégation de signature n'est consentie au chef du service commun à la date de signature. Elle peut l'être ensuite, par arrêté, à lui seul.
:: fin
:: fin

:: clause moyens | Moyens du service | SC-17 | Liberté conventionnelle | 2026-1
Le gestionnaire fournit les locaux, le matériel, les logiciels et les véhicules nécessaires. Les biens apportés par les membres sont listés à l'{{ref.annexe-moyens}} avec leur propriétaire et leur régime. Chaque bien est assuré et entretenu par le gestionnaire pendant son usage ; son remplacement entre dans le coût du service.
:: fin

:: clause engagements | Engagements de service | SC-13 | Liberté conventionnelle | 2026-1
Le service rend compte chaque année de ses engagements.
:: tableau Engagements et cibles
entetes | Indicateur | Cible
:: pour e dans engagements
ligne | {{e.indicateur}} | {{e.cible}}
:: fin
:: fin
:: fin

:: clause cout | Coût du service | SC-13 | Liberté conventionnelle | 2026-1
Le coût du service comprend les charges de personnel, les fournitures, les contrats de services rattachés et le renouvellement des biens{{si(finances.structure_taux > 0, ", ainsi que des frais de structure", "")}}. Les recettes du service en sont déduites.

:: si finances.structure_taux > 0
Les frais de structure sont fixés à {{finances.structure_taux}}, sur l'assiette suivante : {{finances.structure_assiette}}.
:: fin

Le coût net prévisionnel de l'exercice {{finances.annee}} est de **{{finances.cout_previsionnel}}** ; son détail figure à l'{{ref.annexe-financiere}}.
:: fin

:: clause participation | Participation des membres | SC-13 | Liberté conventionnelle | 2026-1
:: si finances.regime = "gratuit"
Le service est rendu gratuitement : {{gestionnaire.nom}} en supporte le coût. Sa valeur est néanmoins établie chaque année et portée à la connaissance des membres.
:: sinon
Le régime financier retenu est : **{{finances.regime}}**.

:: si renseigne(finances.cles)
Le coût net de l'exercice est réparti entre les membres selon la formule suivante : part = coût × somme des (pondération × valeur de la commune ÷ total des valeurs).

:: tableau Clés de répartition
entetes | Clé | Pondération > | Source | Millésime
:: pour c dans finances.cles
ligne | {{c.libelle}} | {{c.ponderation}} | {{c.source}} | {{c.millesime}}
:: fin
total | Total | {{somme(finances.cles.ponderation)}} | |
:: fin
:: fin

:: si renseigne(finances.tarifs)
:: tableau Tarifs
entetes | Acte ou forfait | Tarif >
:: pour t dans finances.tarifs
ligne | {{t.acte}} | {{t.tarif}}
:: fin
:: fin
:: fin

Les parts sont arrondies au {{finances.arrondi}} ; les unités restantes sont attribuées aux plus forts restes, de sorte que la somme des parts égale le coût.

:: si renseigne(finances.plafond)
{{finances.plafond}}
:: fin

En cas d'entrée ou de sortie en cours d'exercice, la part est calculée au prorata des jours de présence. Une simulation par membre est jointe à l'{{ref.annexe-financiere}}.
:: fin
:: fin

:: si finances.regime <> "gratuit"
:: clause calendrier-financier | Calendrier financier | SC-13 | Liberté conventionnelle | 2026-1
1. Le coût prévisionnel et la part de chaque membre lui sont notifiés avant le {{finances.previsionnel_avant}} de l'année précédente.
2. {{finances.acomptes_nombre}} {{pluriel(finances.acomptes_nombre, "acompte est appelé", "acomptes sont appelés")}}, pour un total de {{finances.acomptes_taux}} de la part prévisionnelle.
3. L'état définitif est transmis avant le {{finances.definitif_avant}} de l'année suivante, avec le détail du calcul.
4. Le membre dispose de {{finances.delai_contestation_jours}} jours pour le contester par écrit motivé ; une correction donne lieu à un état rectificatif.
5. Le solde est payé, ou restitué, dans les {{finances.delai_paiement_jours}} jours de l'émission du titre ou de l'avoir.
:: fin
:: fin

:: si finances.imputation_ac
:: clause imputation | Imputation sur l'attribution de compensation | SC-14, SC-15 | CGCT, art. L. 5211-4-2, I ; CGI, art. 1609 nonies C | 2026-1
Une somme de base de {{finances.imputation_base}} est imputée sur les attributions de compensation des membres. L'écart avec le coût réel de l'exercice fait l'objet d'un solde annuel, hors attribution de compensation, dans les conditions de l'{{ref.calendrier-financier}}.
:: fin
:: fin

:: clause suivi | Comité de suivi et bilan annuel | SC-13 | Liberté conventionnelle | 2026-1
Un comité composé de {{suivi.composition}} se réunit au moins {{suivi.frequence}} ; il examine l'activité, la qualité, le coût et les demandes d'entrée ou de sortie, et remet un bilan annuel.
:: fin

:: clause responsabilite | Dossiers en cours, responsabilité et assurances | SC-16 | CGCT, art. L. 5211-4-2 | 2026-1
Les dossiers en cours à la date d'effet sont repris par le service, sauf ceux dont la décision est prête à être signée. Le maire demeure responsable des décisions prises au nom de la commune ou de l'État. {{gestionnaire.nom}} répond du fonctionnement du service. Chaque partie assure les dommages causés par ses agents et ses biens.
:: fin

:: clause donnees | Données personnelles | SC-16 | Règlement (UE) 2016/679, art. 26 et 28 | 2026-1
Les parties traitent les seules données nécessaires au service. {{donnees_personnelles.responsable}} est responsable de traitement ; les autres parties : {{donnees_personnelles.role}}. Les annexes publiées ne contiennent aucune donnée nominative d'agent.
:: fin

:: clause duree | Durée | SC-17 | Liberté conventionnelle | 2026-1
:: si duree.type = "sans-limite"
La convention prend effet le {{effet.date}}, sans limitation de durée.
:: sinon
La convention prend effet le {{effet.date}} pour {{duree.ans}} {{pluriel(duree.ans, "an", "ans")}}.
:: si duree.reconduction = "tacite"
Elle est reconduite tacitement par périodes de même durée, dans la limite de {{duree.reconduction_maximum}} {{pluriel(duree.reconduction_maximum, "reconduction", "reconductions")}}.
:: sinon si duree.reconduction = "expresse"
Elle peut être reconduite par délibérations expresses et concordantes des parties.
:: sinon
Elle n'est pas reconduite.
:: fin
:: fin
:: fin

:: clause sortie | Retrait d'un membre et fin du service | SC-17 | Liberté conventionnelle | 2026-1
## Retrait
Une partie peut se retirer au 31 décembre, par délibération notifiée aux autres {{preavis.mois}} mois avant.

## Sort des agents
{{sortie.agents}}

## Sort des biens, des logiciels et des données
{{sortie.biens}}

## Charges résiduelles
Le membre sortant supporte sa part des charges que son départ ne supprime pas, pendant {{sortie.charges_residuelles_mois}} mois au plus et de façon dégressive.
:: fin

:: clause avenants | Avenants | SC-12 | CGCT, art. L. 5211-4-2 | 2026-1
Toute modification de la présente convention se fait par avenant, délibéré dans les mêmes termes par toutes les parties. Un avenant qui touche la situation des agents suit le même chemin que la convention : fiche d'impact, avis des comités sociaux, délibérations.
:: fin

:: clause litiges | Litiges | SC-17 | CJA, art. R. 312-11 | 2026-1
Les parties recherchent d'abord un accord devant le comité de suivi. À défaut d'accord dans les soixante jours, le tribunal administratif de {{tribunal.nom}} est saisi.
:: fin

Fait à {{signature.lieu}}, en autant d'exemplaires que de parties.

:: signatures
:: pour partie dans parties
signataire | Pour {{partie.nom}} | {{partie.representant.civilite}} {{partie.representant.prenom}} {{partie.representant.nom}} | {{partie.representant.fonction|capitale}}
:: fin
:: fin

:: annexe annexe-impact | Fiche d'impact
La fiche d'impact, version {{fiche_impact.version}}, figée le {{fiche_impact.date}}, est jointe à la présente convention. Elle décrit les effets sur l'organisation et les conditions de travail, la rémunération et les droits acquis des agents.
:: fin

:: annexe annexe-postes | Postes du service
:: encadre info | Aucun nom
Cette liste ne contient aucune donnée nominative. La situation individuelle de chaque agent lui est remise par sa fiche individuelle.
:: fin
:: tableau Postes, employeur d'origine et situation
entetes | Poste | Catégorie | Origine | Situation | Quotité > | ETP >
:: pour p dans agents.postes
ligne | {{p.intitule}} | {{p.categorie}} | {{p.origine}} | {{p.situation|capitale}} | {{p.quotite}} | {{p.etp|deux-decimales}}
:: fin
total | Total | | | | | {{somme(agents.postes.etp)|deux-decimales}}
:: fin
:: fin

:: annexe annexe-financiere | Annexe financière
:: tableau Coût prévisionnel du service, exercice {{finances.annee}}
entetes | Poste | Montant >
:: pour p dans finances.postes
ligne | {{p.libelle}} | {{p.montant}}
:: fin
:: si renseigne(finances.recettes)
ligne | Recettes déduites | {{finances.recettes}}
:: fin
total | Coût net prévisionnel | {{finances.cout_previsionnel}}
:: fin

:: si renseigne(finances.simulation)
:: tableau Participation prévisionnelle par membre, exercice {{finances.annee}}
entetes | Membre | Part > | Montant >
:: pour s dans finances.simulation
ligne | {{s.membre}} | {{s.part}} | {{s.montant}}
:: fin
total | Total | {{somme(finances.simulation.part)}} | {{somme(finances.simulation.montant)}}
:: fin
:: fin
:: fin

:: annexe annexe-moyens | Biens et moyens
:: tableau Biens affectés au service
entetes | Bien | Propriétaire | Régime
:: pour m dans moyens
ligne | {{m.designation}} | {{m.proprietaire}} | {{m.regime}}
:: fin
:: fin
:: fin

:: annexe annexe-accords | Accords collectifs
:: si renseigne(accords)
Les accords conclus à l'occasion de la création du service sont joints :
:: pour accord dans accords
- {{accord}}
:: fin
:: sinon
Aucun accord collectif n'a été conclu à l'occasion de la création du service.
:: fin
:: fin
`;
